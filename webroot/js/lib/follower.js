import { Backoff } from "./backoff.js";
import { Polling } from "./polling.js";
import { Sequence } from "./sequence.js";
import { Stream } from "./stream.js";

/** A stream that fails so often in a row, without an update, is not worth waiting for. */
const MOST_FAILURES = 3;

/** While polls carry the updates, the stream is tried again at growing intervals. */
const TRY_STREAM_MS = [30_000, 120_000, 600_000];

/** Posts to show when a log begins another life. */
const NEWEST = 50;

/**
 * A reader of the feed: a cursor that follows the log, each update once, in order, none left out.
 * Updates come by stream, or by polls where streams fail or are held back; holes are fetched.
 *
 * States: `live`, `reconnecting`, `catching-up`, `offline`.
 */
export class Follower {
  #api;
  #open;
  #clock;
  #on;
  #epoch;
  #sequence;
  #backoff;
  #polling;
  #stream = null;
  #isStarted = false;
  #timer;
  #fetching = null;
  #failures = 0;
  #tries = 0;

  /**
   * @param api a FeedApi
   * @param position `{epoch, n}` of the last update the reader has
   * @param world `{open(url), setTimeout, clearTimeout, random}`; `open` makes an EventSource
   * @param on `{updates(list), reset(), state(name)}`
   */
  constructor(api, position, world, on) {
    this.#api = api;
    this.#epoch = position.epoch;
    this.#sequence = new Sequence(position.n);
    this.#open = world.open;
    this.#clock = world;
    this.#on = on;
    this.#backoff = new Backoff(world.random);
    this.#polling = new Polling(
      (wait, signal) => this.#api.updates(this.#epoch, this.#sequence.last, wait, signal),
      world,
      { page: (page) => this.#polled(page), failure: () => this.#on.state("reconnecting") },
    );
  }

  /** Where the reader is: `{epoch, n}`. */
  get position() {
    return { epoch: this.#epoch, n: this.#sequence.last };
  }

  /** A post of the log as it is now; null when it is gone. */
  async one(n) {
    const update = await this.#api.one(this.#epoch, n, new AbortController().signal);
    return update?.type === "post" || update?.type === "revise" ? update : null;
  }

  start() {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#failures = 0;
    this.#tries = 0;
    this.#on.state("catching-up");
    this.#connect();
  }

  /** Closes everything; `start` goes on from the same number. */
  stop() {
    this.#isStarted = false;
    this.#disconnect();
    this.#on.state("offline");
  }

  #disconnect() {
    this.#clock.clearTimeout(this.#timer);
    this.#fetching?.abort();
    this.#fetching = null;
    this.#polling.stop();
    this.#stream?.close();
    this.#stream = null;
  }

  #connect() {
    const since = this.#sequence.last;
    const source = this.#open(this.#api.streamUrl(this.#epoch, since));
    this.#stream = new Stream(source, since, this.#clock, {
      isBehind: (last) => this.#isBehind(last),
      open: () => this.#on.state("live"),
      update: (update, epoch) => this.#streamed(update, epoch),
      reset: () => this.#restart(),
      end: (isHeldBack) => this.#lost(isHeldBack),
    });
  }

  async #isBehind(last) {
    const { epoch, head } = await this.#api.head(new AbortController().signal);
    return epoch !== this.#epoch || head > last;
  }

  #streamed(update, epoch) {
    this.#failures = 0;
    this.#backoff.reset();
    this.#polling.stop();
    if (epoch && epoch !== this.#epoch) this.#restart();
    else this.#take([update]);
  }

  #polled(page) {
    if (page.reset || page.epoch !== this.#epoch) return this.#restart();
    this.#take(page.updates);
    this.#on.state(page.next < page.head ? "catching-up" : "live");
  }

  #take(updates) {
    const ready = updates.flatMap((update) => this.#sequence.offer(update));
    if (ready.length > 0) this.#on.updates(ready);
    if (this.#sequence.hasHole) this.#fill();
  }

  /** Fetches what is missing; if that fails too, a new connection begins at the hole. */
  async #fill() {
    if (this.#fetching) return;
    const { signal } = (this.#fetching = new AbortController());
    this.#on.state("catching-up");
    try {
      while (this.#sequence.hasHole) {
        const page = await this.#api.updates(this.#epoch, this.#sequence.last, 0, signal);
        if (signal.aborted) return;
        if (page.reset || page.epoch !== this.#epoch) return this.#restart();
        if (page.updates.length === 0) throw new Error("the log has not what the stream has");
        this.#take(page.updates);
      }
      this.#fetching = null;
      this.#on.state("live");
    } catch {
      if (!signal.aborted) this.#reconnect();
    }
  }

  #reconnect() {
    this.#disconnect();
    this.#sequence.restart(this.#sequence.last);
    this.#lost(false);
  }

  /** The stream ended: come back soon, or go on by polls and try it again later. */
  #lost(isHeldBack) {
    this.#stream = null;
    this.#failures += 1;
    if (this.#failures < MOST_FAILURES && !isHeldBack && !this.#polling.isRunning) {
      this.#on.state("reconnecting");
      this.#after(this.#backoff.next(), () => this.#connect());
      return;
    }
    this.#polling.start();
    const pause = TRY_STREAM_MS[Math.min(this.#tries, TRY_STREAM_MS.length - 1)];
    this.#tries += 1;
    this.#after(pause, () => this.#connect());
  }

  /** The log began another life: whoever follows it starts over, each after a wait of its own. */
  #restart() {
    this.#disconnect();
    this.#on.state("catching-up");
    this.#after(this.#backoff.next(), () => this.#startOver());
  }

  async #startOver() {
    const { signal } = (this.#fetching = new AbortController());
    try {
      const { epoch, head } = await this.#api.head(signal);
      if (signal.aborted) return;
      this.#fetching = null;
      this.#epoch = epoch;
      this.#sequence.restart(Math.max(0, head - NEWEST));
      this.#on.reset();
      this.#connect();
    } catch {
      if (!signal.aborted) this.#restart();
    }
  }

  #after(ms, action) {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(action, ms);
  }
}
