/** Early updates kept while a hole is filled; more are fetched again with the hole. */
const MOST_EARLY = 1_000;

/**
 * Puts updates into their order: each number once, none left out. What comes early waits until the
 * hole before it is filled.
 */
export class Sequence {
  #early = new Map();

  /** @param last number of the last update the reader has */
  constructor(last) {
    this.last = last;
  }

  /** The updates that may be shown now, in order: none for one that is known or comes early. */
  offer(update) {
    if (update.n <= this.last) return [];
    if (update.n > this.last + 1) {
      if (this.#early.size < MOST_EARLY) this.#early.set(update.n, update);
      return [];
    }
    const ready = [];
    for (let next = update; next; next = this.#early.get(this.last + 1)) {
      this.#early.delete(next.n);
      this.last = next.n;
      ready.push(next);
    }
    return ready;
  }

  /** Whether something came early, so that the numbers before it are missing. */
  get hasHole() {
    return this.#early.size > 0;
  }

  /** Begins another life of the log. */
  restart(last) {
    this.#early.clear();
    this.last = last;
  }
}
