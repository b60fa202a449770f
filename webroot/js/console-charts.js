import { make, mark, say } from "./console-dom.js";
import { CHARTS, newestOf, pointsOf, summaryOf } from "./lib/console-chart.js";

const HEIGHT = 130;
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DARK = matchMedia("(prefers-color-scheme: dark)");

/** The last hour in four curves, each with what it says in words. */
export class Charts {
  element = make("div", { class: "charts" });
  #charts = CHARTS.map((chart) => new Chart(chart));

  constructor() {
    this.element.append(...this.#charts.map(({ element }) => element));
    DARK.addEventListener("change", () => this.#charts.forEach((chart) => chart.redraw()));
  }

  /** The library comes when it is needed: what is well or not must not wait for it. */
  async show(history) {
    const { default: Plot } = await import("../vendor/uplot/uPlot.esm.js");
    for (const chart of this.#charts) chart.show(Plot, history);
  }

  fail() {
    for (const chart of this.#charts) chart.fail();
  }
}

class Chart {
  #told;
  #newest = make("span", { class: "chart-newest" });
  #summary = make("p", { class: "chart-summary", text: "Looking …" });
  #place = make("div", { class: "chart-place", "aria-hidden": "true" });
  #plot = null;
  #Plot;
  #data;

  constructor(told) {
    this.#told = told;
    const title = make("h3", { class: "chart-title" }, make("span", { text: told.title }), this.#newest);
    const caption = make("figcaption", {}, title, this.#summary);
    this.element = make("figure", { class: "chart" }, caption, this.#place);
    new ResizeObserver(() => this.#resize()).observe(this.#place);
  }

  show(Plot, history) {
    this.#Plot = Plot;
    this.#data = pointsOf(history, this.#told.series);
    mark(this.element, "state", "known");
    say(this.#newest, newestOf(history, this.#told));
    say(this.#summary, summaryOf(history, this.#told, Date.now()));
    if (this.#plot) this.#plot.setData(this.#data);
    else this.redraw();
  }

  /** What was drawn stays, greyed. */
  fail() {
    mark(this.element, "state", "old");
    if (!this.#plot) say(this.#summary, "The last hour cannot be read right now");
  }

  /** Colours are drawn, so another scheme needs another drawing. */
  redraw() {
    if (!this.#Plot) return;
    this.#plot?.destroy();
    this.#plot = new this.#Plot(this.#options(), this.#data, this.#place);
  }

  #resize() {
    const width = this.#place.clientWidth;
    if (this.#plot && width > 0 && width !== this.#plot.width) this.#plot.setSize({ width, height: HEIGHT });
  }

  #options() {
    const colour = (name) => getComputedStyle(this.element).getPropertyValue(name).trim();
    const axis = { stroke: colour("--color-text-soft"), font: "11px system-ui", ticks: { show: false } };
    const grid = { stroke: colour("--color-line"), width: 1 };
    const time = (seconds) => new Date(seconds * 1_000).toLocaleTimeString("en-GB", TIME);
    const curve = { stroke: colour("--color-curve"), fill: colour("--color-curve-fill"), width: 2, points: { show: false } };
    return {
      width: this.#place.clientWidth || 300,
      height: HEIGHT,
      padding: [8, 18, 0, 0],
      cursor: { show: false },
      legend: { show: false },
      scales: { y: { range: (plot, low, high) => [0, Math.max(1, high * 1.15)] } },
      axes: [
        { ...axis, grid: { show: false }, size: 24, space: 70, values: (plot, splits) => splits.map(time) },
        { ...axis, grid, size: 46, space: 36, values: (plot, splits) => splits.map(this.#told.words) },
      ],
      series: [{}, curve],
    };
  }
}
