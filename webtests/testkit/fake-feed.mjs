/** A feed as docs/protocol.md describes it, in memory, with faults that a test turns on. */
export class FakeFeed {
  epoch = "e1";
  log = [];
  requests = [];
  sources = [];
  /** What streams do: `push`, `refuse`, or `hold` (open, and deliver nothing). */
  streams = "push";
  /** What requests get: a status, or `dead` for no answer at all. */
  answers = 200;
  retryAfter = null;
  #waiting = new Set();

  get head() {
    return this.log.length;
  }

  append(count = 1) {
    for (let i = 0; i < count; i += 1) this.log.push({ n: this.head + 1, type: "post" });
    for (const source of this.sources) source.push();
    for (const answer of [...this.#waiting]) answer();
  }

  /** The log begins another life; open streams are told. */
  restart(epoch, length) {
    this.epoch = epoch;
    this.log = [];
    for (const source of this.sources) source.sent = 0;
    this.append(0);
    this.log = Array.from({ length }, (_, i) => ({ n: i + 1, type: "post" }));
    for (const source of this.sources) source.announceReset();
  }

  open = (url) => {
    this.requests.push(url);
    const since = Number(new URL(url, "http://feed").searchParams.get("since"));
    const source = new FakeSource(this, Math.min(since, this.head));
    this.sources.push(source);
    queueMicrotask(() => source.connect());
    return source;
  };

  fetch = async (url, { signal }) => {
    this.requests.push(url);
    const { pathname, searchParams } = new URL(url, "http://feed");
    if (this.answers === "dead") throw new TypeError("no answer");
    if (this.answers !== 200) return response(this.answers, {}, this.retryAfter);
    if (pathname.endsWith("/head")) return response(200, { epoch: this.epoch, head: this.head });
    const since = Number(searchParams.get("since"));
    if (since >= this.head && Number(searchParams.get("wait")) > 0) await this.#grown(signal);
    return response(200, this.#page(searchParams.get("epoch"), since, searchParams));
  };

  #page(epoch, since, searchParams) {
    const reset = epoch !== this.epoch || since > this.head;
    const from = reset ? 0 : since;
    const updates = this.log.slice(from, from + Number(searchParams.get("limit")));
    const page = { epoch: this.epoch, head: this.head, next: from + updates.length, updates };
    return reset ? { ...page, reset } : page;
  }

  #grown(signal) {
    return new Promise((resolve, reject) => {
      const answer = () => (this.#waiting.delete(answer), resolve());
      this.#waiting.add(answer);
      signal.addEventListener("abort", () => (this.#waiting.delete(answer), reject(signal.reason)));
    });
  }
}

const response = (status, body, retryAfter = null) => ({
  ok: status === 200,
  status,
  headers: { get: () => retryAfter },
  json: async () => structuredClone(body),
});

/** An EventSource of that feed. */
class FakeSource {
  isOpen = false;
  isClosed = false;
  #feed;
  #listeners = {};

  constructor(feed, since) {
    this.#feed = feed;
    this.sent = since;
  }

  connect() {
    if (this.isClosed) return;
    if (this.#feed.streams === "refuse") {
      this.cut();
      return;
    }
    this.isOpen = true;
    this.onopen?.();
    this.push();
  }

  push() {
    while (this.isOpen && this.#feed.streams === "push" && this.sent < this.#feed.head) {
      this.sent += 1;
      this.deliver(this.#feed.log[this.sent - 1]);
    }
  }

  deliver(update, epoch = this.#feed.epoch) {
    this.onmessage?.({ data: JSON.stringify(update), lastEventId: `${epoch}.${update.n}` });
  }

  announceReset() {
    if (this.isOpen) this.#listeners.reset?.({ data: "{}" });
  }

  cut() {
    this.isOpen = false;
    this.onerror?.();
  }

  addEventListener(name, listener) {
    this.#listeners[name] = listener;
  }

  close() {
    this.isOpen = false;
    this.isClosed = true;
  }
}
