import { integrityView } from "./lib/integrity.js";
import { watchIntegrity } from "./watch-integrity.js";
import { keepInPlace } from "./keep-in-place.js";

const SVG = "http://www.w3.org/2000/svg";
const STEP = 14; // between the lines of a hatch
const UNTOLD = "Whether posts are missing cannot be told right now";

/** One line about how complete the feed is; below it, if asked, each network's time. */
class IntegrityStrip extends HTMLElement {
  connectedCallback() {
    watchIntegrity(this.dataset.event, (answer) => {
      const isPassed = this.getBoundingClientRect().bottom < 0;
      if (isPassed) keepInPlace(() => this.#show(answer));
      else this.#show(answer);
    });
  }

  #show(answer) {
    if (!answer) {
      this.#say("unclear", UNTOLD);
      return;
    }
    const view = integrityView(answer, this.dataset.zone, new Date());
    this.hidden = view.sources.length === 0;
    this.#say(view.level, view.line);
    this.querySelector(".integrity-sources").replaceChildren(
      ...view.sources.map((source) => this.#row(source)),
    );
  }

  #say(level, line) {
    this.dataset.level = level;
    const words = this.querySelector(".integrity-words");
    if (words.textContent !== line) words.textContent = line;
  }

  #row(source) {
    const row = this.querySelector("template").content.firstElementChild.cloneNode(true);
    const part = (name) => row.querySelector(`.integrity-${name}`);
    row.dataset.state = source.state;
    part("name").textContent = source.name;
    part("state").textContent = source.words;
    for (const name of ["remark", "spending"]) {
      part(name).textContent = source[name];
      part(name).hidden = source[name] === "";
    }
    part("bar").append(...source.bars.flatMap(barOf));
    part("times").append(...source.times.map(timeOf));
    return row;
  }
}

function timeOf({ kind, words }) {
  const item = document.createElement("li");
  item.dataset.kind = kind;
  item.textContent = words;
  return item;
}

/** Colour, and for those who do not see it: a bar that is not complete is hatched or crossed. */
function barOf({ kind, x, width }) {
  const bar = element("rect", { x, y: 0, width, height: 16, class: "bar" });
  bar.dataset.kind = kind;
  return kind === "complete" ? [bar] : [bar, ...hatch(kind, x, width)];
}

function hatch(kind, x, width) {
  const lines = [];
  for (let at = x; at < x + width; at += STEP) {
    const end = Math.min(at + STEP, x + width);
    lines.push(element("line", { x1: at, y1: 16, x2: end, y2: 0, class: "hatch" }));
    if (kind === "unknown") lines.push(element("line", { x1: at, y1: 0, x2: end, y2: 16, class: "hatch" }));
  }
  return lines;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

customElements.define("integrity-strip", IntegrityStrip);
