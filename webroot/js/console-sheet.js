import { button, facts, keyed, make, mark, say, sayOrHide, signed } from "./console-dom.js";
import { actionsFor } from "./lib/console-states.js";
import { clock } from "./lib/console-words.js";

const NAMES = { start: "Start", stop: "Stop", restart: "Restart" };

/** All about one verticle of one node: what it does, what can be done, what it logged. */
export class Sheet {
  #title = make("h2", { id: "sheet-title" });
  #state = signed();
  #since = make("span", { class: "soft" });
  #error = make("p", { class: "sheet-error" });
  #facts = facts("sheet-facts");
  #actions = make("div", { class: "actions" });
  #lines = make("ol", { class: "lines", tabindex: "0", "aria-label": "Log lines, the newest last" });
  #trouble = make("p", { class: "soft", role: "status" });
  #more;
  #on;
  #shown = null;

  /** @param on `{act(target)}` and `lines(node, verticle)`, which asks for them */
  constructor(on) {
    this.#on = on;
    this.#more = button("Show log lines", "", () => this.#showLines());
    const close = button("Close", "", () => this.element.close());
    const state = make("p", { class: "sheet-state" }, this.#state.element, " ", this.#since);
    const foot = make("div", { class: "dialog-foot" }, this.#more, close);
    this.element = make("dialog", { class: "sheet", "aria-labelledby": "sheet-title" }, this.#title, state, this.#error, this.#facts.element, this.#actions, this.#lines, this.#trouble, foot);
    this.element.addEventListener("close", () => (this.#shown = null));
  }

  open(node, verticle, matrix) {
    this.#shown = { node, verticle };
    say(this.#title, `${verticle} on ${node}`);
    say(this.#more, "Show log lines");
    say(this.#trouble, "");
    this.#lines.replaceChildren();
    this.#lines.hidden = true;
    this.update(matrix);
    this.element.showModal();
  }

  /** Follows what the nodes tell while it is open. */
  update(matrix) {
    if (!this.#shown) return;
    const { node, verticle } = this.#shown;
    const row = matrix.find((each) => each.verticle === verticle);
    const cell = row?.cells.find((each) => each.node === node && each.isThere);
    if (cell) this.#show(cell);
    else say(this.#since, "not there any more");
  }

  #show(cell) {
    mark(this.element, "level", cell.level);
    this.#state.update(cell);
    say(this.#since, cell.since);
    sayOrHide(this.#error, cell.error);
    this.#facts.update(factsOf(cell));
    keyed(this.#actions, actionsFor(cell.told), (action) => action, (action) => this.#action(action));
  }

  #action(action) {
    const element = button(NAMES[action], "action", () => this.#on.act({ ...this.#shown, action }));
    return { element, update: () => {} };
  }

  async #showLines() {
    const { node, verticle } = this.#shown;
    this.#more.disabled = true;
    try {
      const { lines } = await this.#on.lines(node, verticle);
      this.#lines.replaceChildren(...lines.map(lineOf));
      this.#lines.hidden = lines.length === 0;
      this.#lines.scrollTop = this.#lines.scrollHeight;
      say(this.#trouble, lines.length === 0 ? "It has logged nothing lately." : "");
      say(this.#more, "Show newer log lines");
    } catch (error) {
      say(this.#trouble, error.message);
    }
    this.#more.disabled = false;
  }
}

const factsOf = (cell) =>
  [
    { name: "Works at", words: cell.rate },
    { name: "Behind", words: cell.lag, isHigh: cell.isBehind },
    { name: "Worked last", words: cell.worked },
    { name: "Done since its start", words: cell.done },
    { name: "Restarts", words: cell.restarts.replace("Restarts: ", "") || "none" },
  ].filter(({ words }) => words !== "");

function lineOf({ at, level, message }) {
  const time = make("time", { datetime: at, text: clock(new Date(at), new Date()) });
  const element = make("li", { class: "line" }, time, " ", make("b", { text: level }), " ", message);
  mark(element, "level", level.toLowerCase());
  return element;
}
