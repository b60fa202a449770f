import { Backoff } from "./backoff.js";

/** The console speaks every second or two. */
const SILENCE_MS = 6_000;
const OPEN_WITHIN_MS = 8_000;

/** Who stands at a console in trouble does not wait for half a minute. */
const LONGEST_PAUSE_MS = 8_000;

/** Keeps the page connected to the console, and says honestly whether it is. */
export class ConsoleLink {
  #open;
  #ask;
  #clock;
  #on;
  #backoff;
  #source = null;
  #timer;
  #state = { name: "connecting", since: null };

  /**
   * @param open gives a new EventSource
   * @param ask gives the answer of `/nodes`; fails with status 401 once the session has ended
   * @param clock `{setTimeout, clearTimeout, random, now}`
   * @param on `{state(state), nodes(answer), happened(entry), rolling(told)}`; a state is
   *   `{name, since}`: `connecting`, `live`, `lost` or `expired`, and when it was last heard
   */
  constructor(open, ask, clock, on) {
    this.#open = open;
    this.#ask = ask;
    this.#clock = clock;
    this.#on = on;
    this.#backoff = new Backoff(clock.random, LONGEST_PAUSE_MS);
  }

  get state() {
    return this.#state;
  }

  /** Connects, at once even while it waits to try again; a connection that works is kept. */
  start() {
    if (this.#state.name === "live" && this.#source) return;
    this.stop();
    const source = this.#open();
    this.#source = source;
    source.onerror = () => this.#lost(source);
    this.#listen(source, "nodes", (answer) => this.#heard(answer));
    this.#listen(source, "happened", this.#on.happened);
    this.#listen(source, "rolling", this.#on.rolling);
    this.#after(OPEN_WITHIN_MS, () => this.#lost(source));
  }

  stop() {
    this.#clock.clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #listen(source, name, on) {
    source.addEventListener(name, ({ data }) => {
      if (source === this.#source) on(JSON.parse(data));
    });
  }

  #heard(answer) {
    const source = this.#source;
    this.#backoff.reset();
    this.#become("live", this.#clock.now());
    this.#after(SILENCE_MS, () => this.#lost(source));
    this.#on.nodes(answer);
  }

  /** A stream does not tell why it failed; a question does. */
  async #lost(source) {
    if (source !== this.#source) return;
    this.stop();
    if (this.#state.name !== "expired") this.#become("lost", this.#state.since);
    this.#after(this.#backoff.next(), () => this.start());
    const timer = this.#timer;
    await this.#ask().then(
      (answer) => timer === this.#timer && this.#answered(answer),
      ({ status }) => timer === this.#timer && status === 401 && this.#become("expired", this.#state.since),
    );
  }

  /** Without a stream, at least what was asked is as new as it can be. */
  #answered(answer) {
    this.#become("lost", this.#clock.now());
    this.#on.nodes(answer);
  }

  #become(name, since) {
    this.#state = { name, since };
    this.#on.state(this.#state);
  }

  #after(ms, action) {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(action, ms);
  }
}
