import { Ask } from "./console-ask.js";
import { Banner } from "./console-banner.js";
import { Charts } from "./console-charts.js";
import { Deeds } from "./console-deeds.js";
import { make, mark, say } from "./console-dom.js";
import { Lead } from "./console-lead.js";
import { Matrix } from "./console-matrix.js";
import { Nodes } from "./console-nodes.js";
import { Outcomes } from "./console-outcomes.js";
import { layOut } from "./console-page.js";
import { Rollings } from "./console-rolling.js";
import { endSession, renewToken, token } from "./console-session.js";
import { Sheet } from "./console-sheet.js";
import { Timeline } from "./console-timeline.js";
import { ConsoleApi } from "./lib/console-api.js";
import { elsewhere, servingNode } from "./lib/console-elsewhere.js";
import { ConsoleLink } from "./lib/console-link.js";
import { matrixOf } from "./lib/console-matrix.js";
import { Rates } from "./lib/console-rates.js";

const HISTORY_MS = 10_000;
const TICK_MS = 1_000;
const WORDS = { connecting: "Connecting", live: "Live", lost: "Not connected", expired: "Logged out" };

const clock = {
  setTimeout: (action, ms) => setTimeout(action, ms),
  clearTimeout: (timer) => clearTimeout(timer),
  random: Math.random,
  now: () => Date.now(),
};

/** The console: what the nodes tell, and what can be done about it. */
class Console {
  #api = new ConsoleApi((...asked) => fetch(...asked), token);
  #link = new ConsoleLink(() => new EventSource("/console/api/stream"), this.#api.nodes, clock, {
    state: (state) => this.#linked(state),
    nodes: (answer) => this.#heard(answer),
    happened: (entry) => this.#timeline.add([entry]),
    rolling: (told) => this.#rollings.show(told),
  });
  #answer = null;
  #ahead = 0; // milliseconds that the console's clock is ahead of ours
  #rates = new Rates();
  #matrix = [];
  #was = "connecting";
  #state = make("span", { class: "state" });
  #outcomes = new Outcomes();
  #banner = new Banner(() => this.#link.start());
  #lead = new Lead((node, verticle) => this.#sheet.open(node, verticle, this.#matrix));
  #table = new Matrix({
    open: (node, verticle) => this.#sheet.open(node, verticle, this.#matrix),
    restartAll: (verticle) => this.#ask.open({ node: null, verticle, action: "restart" }),
  });
  #nodes = new Nodes();
  #charts = new Charts();
  #timeline = new Timeline(this.#api.timeline);
  #rollings = new Rollings(async (id) => this.#deeds.abort(id));
  #deeds = new Deeds(this.#api, this.#outcomes, this.#rollings, () => this.#world());
  #sheet = new Sheet({ act: (target) => this.#ask.open(target), lines: this.#api.lines });
  #ask = new Ask(this.#deeds);

  start(main) {
    layOut(main, {
      alert: this.#banner.alert,
      state: this.#state,
      banner: this.#banner.element,
      lead: this.#lead.element,
      outcomes: this.#outcomes.element,
      rollings: this.#rollings.element,
      matrix: this.#table.element,
      nodes: this.#nodes.element,
      charts: this.#charts.element,
      timeline: this.#timeline.element,
      sheet: this.#sheet.element,
      ask: this.#ask.element,
    }, endSession);
    this.#deeds.arrive();
    this.#draw();
    this.#link.start();
    this.#catchUp();
    setInterval(() => document.hidden || this.#tick(), TICK_MS);
    setInterval(() => document.hidden || this.#showHistory(), HISTORY_MS);
    addEventListener("online", () => this.#link.start());
    addEventListener("pagehide", () => this.#link.stop());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#link.start());
    document.addEventListener("visibilitychange", () => document.hidden || this.#link.start());
  }

  /** What else the page needs to know now. */
  #world() {
    const nodes = this.#answer?.nodes ?? [];
    const serving = servingNode(nodes, location);
    const places = elsewhere(nodes, serving, location);
    return { nodes, serving, places, happenings: this.#timeline.list, link: this.#link.state, now: this.#now() };
  }

  #now() {
    return Date.now() + this.#ahead;
  }

  #heard(answer) {
    this.#answer = answer;
    this.#ahead = Date.parse(answer.at) - Date.now();
    this.#rates.hear(answer.nodes);
    this.#tick();
  }

  #linked({ name }) {
    if (name === this.#was) return;
    if (name === "live") this.#back();
    this.#was = name;
    this.#draw();
  }

  /** The stream tells what is new; what was missed is asked for. */
  async #back() {
    if (this.#was === "expired") await renewToken();
    if (this.#was !== "connecting") this.#catchUp();
  }

  #catchUp() {
    this.#timeline.load().catch(() => {});
    this.#showHistory();
    this.#deeds.refresh();
  }

  #showHistory() {
    this.#api.history().then((history) => this.#charts.show(history)).catch(() => this.#charts.fail());
  }

  #tick() {
    this.#deeds.look();
    this.#draw();
  }

  #draw() {
    const { nodes, serving, places, link, now } = this.#world();
    this.#matrix = matrixOf(nodes, this.#rates, now);
    mark(document.documentElement, "link", link.name);
    mark(this.#state, "state", link.name);
    say(this.#state, WORDS[link.name]);
    this.#banner.show(link, places, Date.now());
    this.#lead.show(this.#answer, link, this.#matrix, link.name === "live" ? now : Date.now());
    this.#table.show(this.#matrix, nodes);
    this.#nodes.show(nodes, serving, now);
    this.#sheet.update(this.#matrix);
  }
}

new Console().start(document.getElementById("console"));
