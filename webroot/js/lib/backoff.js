const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * The growing wait between attempts. Half of it is chance, so that a thousand readers who lost the
 * same node do not come back in the same instant.
 */
export class Backoff {
  #attempts = 0;
  #random;
  #longestMs;

  /** @param random gives 0 to 1 */
  constructor(random, longestMs = LONGEST_MS) {
    this.#random = random;
    this.#longestMs = longestMs;
  }

  /** Milliseconds until the next attempt; longer each time, until `reset`. */
  next() {
    const ceiling = Math.min(this.#longestMs, FIRST_MS * 2 ** this.#attempts);
    this.#attempts += 1;
    return ceiling / 2 + (this.#random() * ceiling) / 2;
  }

  reset() {
    this.#attempts = 0;
  }
}
