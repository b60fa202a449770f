const EVERY_MS = 10_000;

/** A tab nobody looks at needs to know less often. */
const HIDDEN_MS = 60_000;

/** One lost answer is nobody's business. */
const MOST_FAILURES = 2;

/** Asks again and again how complete the log is. */
export class IntegrityWatch {
  #ask;
  #world;
  #on;
  #timer;
  #failures = 0;
  #isStarted = false;
  #round = 0;

  /**
   * @param ask gives the answer of `/coverage`
   * @param world `{setTimeout, clearTimeout, random, isHidden}`
   * @param on told of each answer, and null once it could not be had several times in a row
   */
  constructor(ask, world, on) {
    this.#ask = ask;
    this.#world = world;
    this.#on = on;
  }

  /** Asks now, and goes on asking. */
  start() {
    this.#isStarted = true;
    this.#round += 1;
    this.#look(this.#round);
  }

  stop() {
    this.#isStarted = false;
    this.#world.clearTimeout(this.#timer);
  }

  async #look(round) {
    this.#world.clearTimeout(this.#timer);
    const answer = await this.#ask().catch(() => null);
    if (!this.#isStarted || round !== this.#round) return;
    this.#failures = answer ? 0 : this.#failures + 1;
    if (answer || this.#failures >= MOST_FAILURES) this.#on(answer);
    this.#timer = this.#world.setTimeout(() => this.#look(round), this.#pause());
  }

  /** Some seconds earlier or later, so that not all pages ask at once. */
  #pause() {
    const every = this.#world.isHidden() ? HIDDEN_MS : EVERY_MS;
    return every * (0.75 + this.#world.random() / 2);
  }
}
