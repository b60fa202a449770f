import { button, keyed, make, mark, say, sayOrHide } from "./console-dom.js";
import { Happenings, whereOf } from "./lib/console-happenings.js";
import { clock } from "./lib/console-words.js";

/** Who did what and when, the newest first; older on demand. */
export class Timeline {
  #happenings = new Happenings();
  #list = make("ol", { class: "happenings" });
  #empty = make("p", { class: "soft", text: "Nothing has happened yet." });
  #trouble = make("p", { class: "soft", role: "status" });
  #older;
  #ask;

  /** @param ask gives what happened before a moment; without one, the newest */
  constructor(ask) {
    this.#ask = ask;
    this.#older = button("Older", "", () => this.#showOlder());
    this.#older.hidden = true;
    this.element = make("div", { class: "timeline" }, this.#list, this.#empty, this.#trouble, this.#older);
  }

  get list() {
    return this.#happenings.list;
  }

  /** The newest; what is there already stays. */
  async load() {
    const { happened } = await this.#ask();
    const isFirst = this.#happenings.before === null;
    this.add(happened);
    if (isFirst) this.#older.hidden = happened.length === 0;
  }

  add(entries) {
    this.#happenings.add(entries);
    this.#empty.hidden = this.list.length > 0;
    keyed(this.#list, this.list, ({ id }) => id, entryOf);
  }

  async #showOlder() {
    this.#older.disabled = true;
    try {
      const { happened } = await this.#ask(this.#happenings.before);
      const fresh = happened.length;
      this.add(happened);
      say(this.#trouble, fresh === 0 ? "There is nothing older." : "");
      this.#older.hidden = fresh === 0;
    } catch (error) {
      say(this.#trouble, error.message);
    }
    this.#older.disabled = false;
  }
}

function entryOf(entry) {
  const at = new Date(entry.at);
  const when = make("time", { datetime: entry.at, text: clock(at, new Date()) });
  const where = make("span", { class: "happened-where" });
  sayOrHide(where, whereOf(entry));
  const sign = entry.bad ? [make("span", { class: "sign", "aria-hidden": "true", text: "!" }), make("span", { class: "visually-hidden", text: "Trouble:" }), " "] : [];
  const what = make("p", { class: "happened-what" }, ...sign, entry.sentence);
  const who = make("span", { class: "happened-who", text: `by ${entry.who}` });
  const about = make("p", { class: "happened-about" }, when, where, who);
  const element = make("li", { class: "happened" }, what, about);
  mark(element, "level", entry.bad ? "bad" : "off");
  return { element, update: () => {} };
}
