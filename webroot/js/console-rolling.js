import { button, keyed, make, mark, say, sayOrHide, signed } from "./console-dom.js";
import { rollingView } from "./lib/console-rolling.js";

/** Rolling restarts: how far each is, node by node, and the way to end it. */
export class Rollings {
  element = make("div", { class: "rollings" });
  #told = new Map();
  #onAbort;

  /** @param onAbort ends the one of that id; fails when that cannot be done */
  constructor(onAbort) {
    this.#onAbort = onAbort;
  }

  get running() {
    return [...this.#told.values()].filter(({ state }) => state === "running");
  }

  show(told) {
    this.#told.set(told.id, told);
    this.#draw();
  }

  /** Brings one to where who started it can see it. */
  focus(id) {
    const panel = [...this.element.children].find((each) => each.dataset.id === id);
    panel?.focus();
    panel?.scrollIntoView({ block: "nearest" });
  }

  #draw() {
    const shown = [...this.#told.values()].reverse().map(rollingView);
    keyed(this.element, shown, ({ id }) => id, ({ id }) => this.#panel(id));
  }

  #panel(id) {
    const state = signed();
    const title = make("h2", { class: "rolling-title" });
    const progress = make("progress", { "aria-label": "Nodes done" });
    const words = make("p", { class: "rolling-words", role: "status" });
    const steps = make("ol", { class: "rolling-steps" });
    const trouble = make("p", { class: "trouble-words", role: "alert" });
    const abort = button("Abort", "", () => this.#abort(id, abort, trouble));
    const dismiss = button("Done reading", "quiet", () => this.#dismiss(id));
    const element = make("section", { class: "rolling panel", tabindex: "-1", "aria-label": "Rolling restart", "data-id": id }, title, state.element, progress, words, steps, trouble, abort, dismiss);
    const update = (view) => {
      mark(element, "level", view.level);
      say(title, `Rolling restart of ${view.verticle}`);
      state.update(view);
      progress.max = view.total;
      progress.value = view.done;
      say(words, [view.progress, view.sentence].filter(Boolean).join(". "));
      keyed(steps, view.steps, ({ node }) => node, stepOf);
      abort.hidden = view.isOver;
      dismiss.hidden = !view.isOver;
    };
    return { element, update };
  }

  async #abort(id, abort, trouble) {
    abort.disabled = true;
    say(trouble, "");
    await this.#onAbort(id).catch((error) => say(trouble, error.message));
    abort.disabled = false;
  }

  #dismiss(id) {
    this.#told.delete(id);
    this.#draw();
  }
}

function stepOf({ node }) {
  const state = signed();
  const name = make("span", { class: "step-node", text: node });
  const sentence = make("span", { class: "step-sentence" });
  const element = make("li", { class: "step" }, name, state.element, sentence);
  const update = (step) => {
    state.update(step);
    sayOrHide(sentence, step.sentence);
  };
  return { element, update };
}
