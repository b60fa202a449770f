import { button, facts, make, mark, say, sayOrHide } from "./console-dom.js";
import { forecastOf, pageWarning, wordsOf } from "./lib/console-acts.js";

/** Says what an action will do before it is done, and afterwards what happened. */
export class Ask {
  #title = make("h2", { id: "ask-title" });
  #words = make("p", { class: "ask-words", role: "status" });
  #facts = facts("ask-facts");
  #warning = make("p", { class: "ask-warning" });
  #confirm;
  #cancel;
  #on;
  #target = null;

  /**
   * @param on `{foresee(target), act(target), blow(target)}`; `foresee` tells what would happen,
   *   `act` does it and gives `{state, sentence}`: `done`, `failed`, `pending` when the answer was
   *   lost, `followed` when the page shows it; `blow` gives `{blow, places}` for the page itself
   */
  constructor(on) {
    this.#on = on;
    this.#confirm = button("", "strong", () => this.#act());
    this.#cancel = button("Cancel", "", () => this.element.close());
    const foot = make("div", { class: "dialog-foot" }, this.#cancel, this.#confirm);
    this.element = make("dialog", { class: "ask", "aria-labelledby": "ask-title" }, this.#title, this.#facts.element, this.#words, this.#warning, foot);
  }

  /** @param target `{node, verticle, action}`, `node` null for all nodes one after the other */
  async open(target) {
    this.#target = target;
    const { title, confirm } = wordsOf(target);
    const { blow, places } = this.#on.blow(target);
    say(this.#title, title);
    say(this.#confirm, confirm);
    sayOrHide(this.#warning, pageWarning(blow, places));
    this.#show("asking", "Asking what it would do …");
    this.element.showModal();
    await this.#on.foresee(target).then(
      (told) => target === this.#target && this.#foreseen(told),
      (error) => target === this.#target && this.#show("refused", error.message),
    );
  }

  #foreseen(told) {
    this.#show("told", told.sentence ?? "");
    this.#facts.update(forecastOf(told));
    this.#facts.element.hidden = false;
    this.#confirm.focus();
  }

  async #act() {
    const target = this.#target;
    this.#show("doing", wordsOf(target).doing);
    this.#cancel.focus();
    const outcome = await this.#on.act(target);
    if (target !== this.#target) return;
    if (outcome.state === "done") say(this.#title, wordsOf(target).done);
    if (outcome.state === "followed") this.element.close();
    else this.#show(outcome.state, outcome.sentence);
  }

  #show(state, words) {
    mark(this.element, "state", state);
    say(this.#words, words);
    this.#facts.element.hidden = true;
    this.#confirm.hidden = !["asking", "told"].includes(state);
    this.#confirm.disabled = state !== "told";
    say(this.#cancel, ["asking", "told"].includes(state) ? "Cancel" : "Close");
    if (state !== "asking" && state !== "told") this.#warning.hidden = true;
  }
}
