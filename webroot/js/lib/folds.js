import { fold } from "./folding.js";
import { likenessOf } from "./likeness.js";

const signatureOf = ({ reposts, also }) => `${reposts}/${also}`;

/**
 * The posts of a page and which of them are one card. What arrives is applied; `plan` then tells
 * what to do to the page so that it shows the same as a fresh one.
 */
export class Folds {
  #posts = new Map(); // number → {likeness, update}; the update is null until somebody needs it
  #groups = new Map(); // lead → its group, as the page shows it
  #fresh = new Set();
  #revised = new Set();

  /** A post that is on the page already. */
  know(n, likeness) {
    this.#posts.set(n, { likeness, update: null });
  }

  /** Takes the page as it is for what `know` told of it. */
  begin() {
    this.#groups = this.#fold();
  }

  /** The content of a post, null when it is not here. */
  update(n) {
    return this.#posts.get(n)?.update ?? null;
  }

  /** Brings content that was missing. */
  learn(n, update) {
    if (this.#posts.has(n)) this.#posts.set(n, { likeness: likenessOf(update), update });
  }

  apply(update) {
    if (update.type === "post") {
      this.#posts.set(update.n, { likeness: likenessOf(update), update });
      this.#fresh.add(update.n);
    } else if (update.type === "revise" && this.#posts.has(update.target)) {
      this.#posts.set(update.target, { likeness: likenessOf(update), update });
      this.#revised.add(update.target);
    } else if (update.type === "retract") {
      this.#retract(update.target);
    }
  }

  /** What a network took back is not shown by those who passed it on, unless it stands elsewhere. */
  #retract(n) {
    const { likeness } = this.#posts.get(n) ?? {};
    this.#posts.delete(n);
    this.#fresh.delete(n);
    if (!likeness || likeness.of) return;
    const posts = [...this.#posts];
    if (posts.some(([, other]) => other.likeness.id === likeness.id)) return;
    for (const [other, { likeness: { of } }] of posts) {
      if (of === likeness.id) this.#posts.delete(other);
    }
  }

  /**
   * What has changed since the last plan.
   *
   * @param isShown tells of a number whether its card is on the page, or waits for its place there
   * @returns `{gone, fresh, moved, back, revised, regrouped}`: numbers whose cards go; come at the
   *   top; come in the place of another, as `[from, to]`; come back between the others; have new
   *   content; and groups whose folded posts are others than before
   */
  plan(isShown) {
    this.#forget(isShown);
    const groups = this.#fold();
    const before = this.#groups;
    this.#groups = groups;
    const gone = [...before.keys()].filter((n) => !groups.has(n));
    const came = [...groups.keys()].filter((n) => !before.has(n));
    const moved = gone.flatMap((from) => {
      const heir = came.find((to) => this.#holds(groups.get(to), from));
      return heir === undefined ? [] : [[from, heir]];
    });
    const isMoved = new Set(moved.flat());
    const rest = came.filter((n) => !isMoved.has(n));
    const plan = {
      gone: gone.filter((n) => !isMoved.has(n)),
      fresh: rest.filter((n) => this.#fresh.has(n)),
      moved,
      back: rest.filter((n) => !this.#fresh.has(n)),
      revised: [...this.#revised].filter((n) => groups.has(n) && before.has(n)),
      regrouped: this.#regrouped(before),
    };
    this.#fresh.clear();
    this.#revised.clear();
    return plan;
  }

  /** Those with a folded post that was revised count too. */
  #regrouped(before) {
    return [...this.#groups.values()].filter((group) => {
      const old = before.get(group.lead);
      const isSame = signatureOf(group) === (old ? signatureOf(old) : "/");
      return !isSame || [...this.#revised].some((n) => n !== group.lead && this.#holds(group, n));
    });
  }

  /** The group of a card, as of the last plan; undefined when there is none. */
  group(lead) {
    return this.#groups.get(lead);
  }

  clear() {
    for (const part of [this.#posts, this.#groups, this.#fresh, this.#revised]) part.clear();
  }

  #holds({ reposts, also }, n) {
    return reposts.includes(n) || also.includes(n);
  }

  /** Cards that left the page take what is folded into them along. */
  #forget(isShown) {
    for (const [lead, { reposts, also }] of this.#groups) {
      if (isShown(lead) || !this.#posts.has(lead)) continue;
      for (const n of [lead, ...reposts, ...also]) this.#posts.delete(n);
      this.#groups.delete(lead);
    }
  }

  #fold() {
    const posts = [...this.#posts].sort(([a], [b]) => a - b);
    const likenesses = posts.map(([n, { likeness }]) => [n, likeness]);
    return new Map(fold(likenesses).map((group) => [group.lead, group]));
  }
}
