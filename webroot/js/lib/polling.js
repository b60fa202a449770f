import { Backoff } from "./backoff.js";

const WAIT_SECONDS = 25;

/** Asks for updates over and over, each question answered when there is something to say. */
export class Polling {
  #ask;
  #clock;
  #on;
  #backoff;
  #timer;
  #abort = null;

  /**
   * @param ask asks once: `(waitSeconds, signal)` gives a page of updates
   * @param clock `{setTimeout, clearTimeout, random}`
   * @param on `{page(page), failure(error)}`; a page's promise is waited for
   */
  constructor(ask, clock, on) {
    this.#ask = ask;
    this.#clock = clock;
    this.#on = on;
    this.#backoff = new Backoff(clock.random);
  }

  get isRunning() {
    return this.#abort !== null;
  }

  start() {
    if (this.isRunning) return;
    this.#abort = new AbortController();
    this.#run(this.#abort.signal, 0);
  }

  stop() {
    this.#clock.clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = null;
  }

  /** The first question after a failure does not wait: its answer tells that all is well again. */
  async #run(signal, waitSeconds) {
    let wait = waitSeconds;
    while (!signal.aborted) {
      try {
        const page = await this.#ask(wait, signal);
        if (signal.aborted) return;
        this.#backoff.reset();
        await this.#on.page(page);
        wait = WAIT_SECONDS;
      } catch (error) {
        if (!signal.aborted) this.#retry(signal, error);
        return;
      }
    }
  }

  #retry(signal, error) {
    const pause = Math.max(this.#backoff.next(), error.retryAfterMs ?? 0);
    this.#on.failure(error);
    this.#timer = this.#clock.setTimeout(() => this.#run(signal, 0), pause);
  }
}
