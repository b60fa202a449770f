import { button, keyed, make, mark, say, sayOrHide, signed } from "./console-dom.js";
import { leadOf, troublesOf } from "./lib/console-lead.js";

/** The sentence on top: how all of it is, what to do, and the way to whoever is in trouble. */
export class Lead {
  #sign = make("span", { class: "lead-sign", "aria-hidden": "true" });
  #sentence = make("h1", { class: "lead-sentence" });
  #remedy = make("p", { class: "lead-remedy" });
  #counts = make("p", { class: "lead-counts" });
  #troubles = make("ul", { class: "troubles", "aria-label": "In trouble" });
  #more = make("p", { class: "lead-counts" });
  #onOpen;

  /** @param onOpen shows a verticle of a node */
  constructor(onOpen) {
    this.#onOpen = onOpen;
    const words = make("div", { "aria-live": "polite", "aria-atomic": "true" }, this.#sentence, this.#remedy);
    const text = make("div", { class: "lead-text" }, words, this.#counts, this.#troubles, this.#more);
    this.element = make("header", { class: "lead" }, this.#sign, text);
  }

  show(answer, link, matrix, now) {
    const lead = leadOf(answer, link, now);
    mark(this.element, "level", lead.level);
    say(this.#sign, lead.sign);
    say(this.#sentence, lead.sentence);
    sayOrHide(this.#remedy, lead.remedy);
    sayOrHide(this.#counts, lead.counts);
    document.title = `${lead.sign} ${lead.sentence} · Console`;
    this.#showTroubles(troublesOf(matrix));
  }

  #showTroubles({ cells, more }) {
    this.#troubles.hidden = cells.length === 0;
    keyed(this.#troubles, cells, ({ node, verticle }) => JSON.stringify([node, verticle]), (cell) => this.#trouble(cell));
    sayOrHide(this.#more, more > 0 ? `and ${more} more` : "");
  }

  #trouble({ node, verticle }) {
    const state = signed();
    const open = button(`${verticle} on ${node}`, "trouble", () => this.#onOpen(node, verticle));
    open.prepend(state.element);
    return { element: make("li", {}, open), update: (cell) => state.update(cell) };
  }
}
