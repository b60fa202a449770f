/** A refusal of the feed; `retryAfterMs` is 0 unless it said when to come back. */
export class FeedError extends Error {
  constructor(status, retryAfterMs) {
    super(`the feed answered ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** How far an answer may be behind its `wait` before the connection counts as dead. */
const GRACE_MS = 10_000;
const LIMIT = 200;

/** The addresses of an event's feed (docs/protocol.md), and reading them. */
export class FeedApi {
  #base;
  #fetch;

  /**
   * @param event its id
   * @param fetch the browser's, or a test's
   */
  constructor(event, fetch) {
    this.#base = `/events/${event}`;
    this.#fetch = fetch;
  }

  /** Where the stream goes on after a number. */
  streamUrl(epoch, since) {
    return `${this.#base}/stream?since=${since}&epoch=${encodeURIComponent(epoch)}`;
  }

  /** `{epoch, head}` of the log now. */
  head(signal) {
    return this.#get("/head", 0, signal);
  }

  /** `{epoch, head, next, updates, reset}`; waits up to `waitSeconds` for the first update. */
  updates(epoch, since, waitSeconds, signal) {
    const query = new URLSearchParams({ since, wait: waitSeconds, limit: LIMIT, epoch });
    return this.#get(`/updates?${query}`, waitSeconds * 1_000, signal);
  }

  /** The update of a number as it is now; null when the log has another life, or not got so far. */
  async one(epoch, n, signal) {
    const query = new URLSearchParams({ since: n - 1, wait: 0, limit: 1, epoch });
    const { updates, reset } = await this.#get(`/updates?${query}`, 0, signal);
    return !reset && updates[0]?.n === n ? updates[0] : null;
  }

  async #get(path, waitMs, signal) {
    const tooLong = AbortSignal.timeout(waitMs + GRACE_MS);
    const response = await this.#fetch(this.#base + path, {
      cache: "no-store",
      signal: AbortSignal.any([signal, tooLong]),
    });
    if (!response.ok) throw new FeedError(response.status, retryAfterMs(response));
    return response.json();
  }
}

const retryAfterMs = (response) => Number(response.headers.get("Retry-After") ?? 0) * 1_000 || 0;
