import { wordsOf } from "./lib/console-acts.js";
import { Aftermath } from "./lib/console-aftermath.js";
import { blowOf, fragmentOf, targetIn } from "./lib/console-elsewhere.js";

const LOST = "The connection was lost before the answer came. The page tells what happened as soon as it knows.";

/** Does what a person asks for, and finds out what came of it even if the answer is lost. */
export class Deeds {
  #api;
  #outcomes;
  #rollings;
  #world;
  #aftermath;

  /** @param world gives `{nodes, serving, places, happenings, link, now}` */
  constructor(api, outcomes, rollings, world) {
    this.#api = api;
    this.#outcomes = outcomes;
    this.#rollings = rollings;
    this.#world = world;
    this.#aftermath = new Aftermath((outcome) => outcomes.tell(outcome));
  }

  foresee = (target) => this.#api.foresee(target);

  blow = (target) => {
    const { serving, places } = this.#world();
    return { blow: blowOf(target, serving), places };
  };

  act = async (target) => {
    const timed = { ...target, at: this.#world().now };
    this.#aftermath.part(timed, this.blow(target).blow);
    try {
      const answer = await this.#api.act(target);
      return target.node === null ? this.#roll(answer.id) : this.#done(target, answer);
    } catch (error) {
      return this.#failed(timed, error);
    }
  };

  async abort(id) {
    const told = await this.#api.abort(id);
    if (told.steps) this.#rollings.show(told);
    else this.#rollings.show(await this.#api.rolling(id));
  }

  /** Another node's page may have sent us here to tell what came of something. */
  arrive() {
    const target = targetIn(location.hash);
    if (!target) return;
    history.replaceState(null, "", location.pathname);
    this.#aftermath.expect(target);
  }

  /** After a loss: how far is what was under way? */
  refresh() {
    for (const { id } of this.#rollings.running) {
      this.#api.rolling(id).then((told) => this.#rollings.show(told)).catch(() => {});
    }
  }

  look() {
    const { nodes, happenings, places, link, now } = this.#world();
    if (link.name === "live") this.#aftermath.look(nodes, happenings, now);
    const lostMs = link.name === "lost" ? Date.now() - link.since : 0;
    const target = this.#aftermath.leaving(lostMs, now);
    if (target && places[0]) location.assign(places[0].url + fragmentOf(target));
  }

  async #roll(id) {
    this.#rollings.show(await this.#api.rolling(id));
    setTimeout(() => this.#rollings.focus(id)); // once the dialog has given the focus back
    return { state: "followed" };
  }

  #done(target, { done, sentence }) {
    const words = wordsOf(target);
    const [level, sign, title] = done ? ["well", "✓", words.done] : ["bad", "✕", words.failed];
    this.#outcomes.tell({ level, sign, title, sentence });
    return { state: done ? "done" : "failed", sentence };
  }

  #failed(target, { status, message }) {
    if (status === 0 && target.node !== null) {
      this.#aftermath.expect(target);
      return { state: "pending", sentence: LOST };
    }
    this.#outcomes.tell({ level: "bad", sign: "✕", title: wordsOf(target).failed, sentence: message });
    return { state: "failed", sentence: message };
  }
}
