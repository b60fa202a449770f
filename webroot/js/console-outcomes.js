import { button, keyed, make, mark, say } from "./console-dom.js";
import { clock } from "./lib/console-words.js";

/** More of them are in the timeline. */
const MOST = 3;

/** What came of what was done from this page; read out as it comes. */
export class Outcomes {
  #shown = [];
  #next = 1;
  element = make("div", { class: "outcomes", role: "log", "aria-live": "polite", "aria-label": "What came of it" });

  /** @returns its id, under which it can be said better later */
  tell({ level, sign, title, sentence, id = this.#next++ }) {
    const outcome = { id, level, sign, title, sentence, at: clock(new Date(), new Date()) };
    this.#shown = [outcome, ...this.#shown.filter((each) => each.id !== id)].slice(0, MOST);
    this.#draw();
    return id;
  }

  #draw() {
    keyed(this.element, this.#shown, ({ id }) => String(id), ({ id }) => this.#outcome(id));
  }

  #outcome(id) {
    const sign = make("span", { class: "sign", "aria-hidden": "true" });
    const title = make("strong");
    const sentence = make("span");
    const at = make("span", { class: "soft" });
    const dismiss = button("Dismiss", "quiet", () => {
      this.#shown = this.#shown.filter((each) => each.id !== id);
      this.#draw();
    });
    const words = make("p", {}, title, " ", sentence, " ", at);
    const element = make("div", { class: "outcome panel" }, sign, words, dismiss);
    const update = (outcome) => {
      mark(element, "level", outcome.level);
      say(sign, outcome.sign);
      say(title, `${outcome.title}.`);
      say(sentence, outcome.sentence);
      say(at, outcome.at);
    };
    return { element, update };
  }
}
