import { foldedIn, foldedPost, showFolded } from "./folded.js";
import { Folds } from "./lib/folds.js";

/** Keeps the cards of a page folded: tells which come and go, and fills in what stands within. */
export class FoldedCards {
  #folds = new Folds();
  #rows = new Map(); // by number; a row survives the card that it stood in
  #lost = new Set(); // those that could not be had
  #zone;
  #load;

  /**
   * @param zone IANA name of the venue's time zone
   * @param load gives the update of a number, of which the page has no content any more
   */
  constructor(zone, load) {
    this.#zone = zone;
    this.#load = load;
  }

  /** Takes over the cards that the server rendered. */
  begin(cards) {
    for (const card of cards) {
      const rows = foldedIn(card);
      this.#folds.know(Number(card.dataset.n), JSON.parse(card.dataset.likeness));
      for (const [n, row] of rows) {
        this.#rows.set(n, row);
        this.#folds.know(n, JSON.parse(row.dataset.likeness));
      }
    }
    this.#folds.begin();
  }

  /** Takes updates, and tells what to do to the page (see `Folds`). */
  plan(updates, isShown) {
    for (const update of updates) {
      if (update.type !== "post") this.#rows.delete(update.target);
      this.#folds.apply(update);
    }
    return this.#folds.plan(isShown);
  }

  /** The content of a post that arrived while the page was open, else null. */
  here(n) {
    return this.#folds.update(n);
  }

  /** The content of a post, asked for when it is not here; null when it is gone. */
  async update(n) {
    const here = this.here(n);
    if (here || this.#lost.has(n)) return here;
    const update = await this.#load(n).catch(() => null);
    if (update) this.#folds.learn(n, update);
    else this.#lost.add(n);
    return update;
  }

  /** Whether a post has a card of its own. */
  isCard(n) {
    return this.#folds.group(n) !== undefined;
  }

  /** Fills in what stands within a card; what must be asked for first comes a moment later. */
  fill(card) {
    const lead = Number(card.dataset.n);
    const group = this.#folds.group(lead);
    if (!group) return;
    const isRepost = JSON.parse(card.dataset.likeness).of !== undefined;
    const reposts = isRepost ? [lead, ...group.reposts] : group.reposts;
    showFolded(card, this.#rowsOf(reposts), this.#rowsOf(group.also));
    const missing = [...reposts, ...group.also].filter((n) => !this.#row(n) && !this.#lost.has(n));
    if (missing.length === 0) return;
    Promise.all(missing.map((n) => this.update(n))).then(() => this.fill(card));
  }

  #rowsOf(numbers) {
    return numbers.map((n) => this.#row(n)).filter(Boolean);
  }

  #row(n) {
    const update = this.here(n);
    if (!this.#rows.has(n) && update) this.#rows.set(n, foldedPost(update, this.#zone));
    return this.#rows.get(n);
  }

  clear() {
    this.#folds.clear();
    this.#rows.clear();
    this.#lost.clear();
  }
}
