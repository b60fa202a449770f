const OPEN_WITHIN_MS = 10_000;

/** When a silent stream is looked at, counted from its opening or its last update. */
const SILENCE_MS = [5_000, 20_000, 60_000];

/** How long an update that the log already has may still be on its way. */
const ON_ITS_WAY_MS = 2_000;

/**
 * One connection that pushes updates. It ends at the first error, and also when it opens but stays
 * silent while the log grows: a proxy that buffers looks exactly like a quiet conference, so
 * silence is checked against the head of the log, at growing intervals.
 */
export class Stream {
  #source;
  #last;
  #clock;
  #on;
  #timer;
  #checks = 0;

  /**
   * @param source an EventSource
   * @param since number it goes on after
   * @param clock `{setTimeout, clearTimeout}`
   * @param on `{open(), update(update, epoch), reset(), end(isHeldBack), isBehind(n)}`; the last
   *   asks whether the log goes on after n, by a promise that fails when nobody answers
   */
  constructor(source, since, clock, on) {
    this.#source = source;
    this.#last = since;
    this.#clock = clock;
    this.#on = on;
    source.onopen = () => this.#opened();
    source.onerror = () => this.#end(false);
    source.onmessage = (message) => this.#received(message);
    source.addEventListener("reset", () => this.#source && on.reset());
    this.#after(OPEN_WITHIN_MS, () => this.#end(true));
  }

  close() {
    this.#clock.clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #opened() {
    if (!this.#source) return;
    this.#watch();
    this.#on.open();
  }

  #received({ data, lastEventId }) {
    if (!this.#source) return;
    const update = JSON.parse(data);
    this.#last = update.n;
    this.#checks = 1; // after a sign of life the short first look is not needed
    this.#watch();
    this.#on.update(update, lastEventId.slice(0, lastEventId.lastIndexOf(".")));
  }

  #watch() {
    const silence = SILENCE_MS[Math.min(this.#checks, SILENCE_MS.length - 1)];
    this.#checks += 1;
    this.#after(silence, () => this.#check());
  }

  /** Anything that arrives while this asks or waits starts the watch anew. */
  async #check() {
    const timer = this.#timer;
    const isBehind = await this.#on.isBehind(this.#last).catch(() => null);
    if (!this.#source || timer !== this.#timer) return;
    if (isBehind === null) this.#end(false);
    else if (isBehind) this.#after(ON_ITS_WAY_MS, () => this.#end(true));
    else this.#watch();
  }

  #end(isHeldBack) {
    if (!this.#source) return;
    this.close();
    this.#on.end(isHeldBack);
  }

  #after(ms, action) {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(action, ms);
  }
}
