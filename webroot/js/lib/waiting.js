/** A page shows no more cards than that, so more need not wait. */
const MOST = 500;

/** The posts that wait until the reader comes to the top. */
export class Waiting {
  #posts = new Map();
  #count = 0;

  /** How many came since the last `take`, those that were dropped included. */
  get count() {
    return this.#count;
  }

  /** Whether older ones were dropped: what is shown next does not join on to the cards there. */
  get hasOverflowed() {
    return this.#count > this.#posts.size;
  }

  has(n) {
    return this.#posts.has(n);
  }

  add(post) {
    this.#posts.set(post.target ?? post.n, post); // one may have been revised on its way
    this.#count += 1;
    if (this.#posts.size > MOST) this.#posts.delete(this.#posts.keys().next().value);
  }

  /** Puts new content in the place of a post that waits; false when it does not. */
  revise(revision) {
    if (!this.#posts.has(revision.target)) return false; // Map.set keeps the place
    this.#posts.set(revision.target, revision);
    return true;
  }

  /** Forgets a post that waits; false when it does not. */
  retract(n) {
    if (!this.#posts.delete(n)) return false;
    this.#count -= 1;
    return true;
  }

  /** All that wait, the newest first; afterwards none does. */
  take() {
    const posts = [...this.#posts.values()].reverse();
    this.#posts.clear();
    this.#count = 0;
    return posts;
  }
}
