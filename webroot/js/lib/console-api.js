const TIMEOUT_MS = 10_000;

/** A verticle may take its time to come up; the node bounds it. */
const ACTION_MS = 60_000;

/** A refusal of the console, or that it was not reached: then `status` is 0. */
export class ConsoleError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const REFUSALS = {
  401: "You are logged out.",
  403: "You may look, but not do this.",
  404: "There is no such node or verticle any more.",
  409: "Something is being done to it already.",
  503: "The node is not heard; nothing can be asked of it.",
};

/** The console's addresses (docs/operations.md), and asking them. */
export class ConsoleApi {
  #fetch;
  #csrf;

  /**
   * @param fetch the browser's, or a test's
   * @param csrf gives the token that belongs to the session
   */
  constructor(fetch, csrf) {
    this.#fetch = fetch;
    this.#csrf = csrf;
  }

  nodes = () => this.#get("/nodes");

  history = () => this.#get("/history?minutes=60");

  timeline = (before) =>
    this.#get(`/timeline?${new URLSearchParams({ ...(before ? { before } : {}), limit: 50 })}`);

  lines = (node, verticle) =>
    this.#get(`/nodes/${part(node)}/lines?${new URLSearchParams({ verticle, limit: 100 })}`);

  rolling = (id) => this.#get(`/rolling/${part(id)}`);

  /** What an action would do; `node` null means one node after the other. */
  foresee = (target) => this.#post(`${pathOf(target)}?tell=only`, TIMEOUT_MS);

  act = (target) => this.#post(pathOf(target), ACTION_MS);

  abort = (id) => this.#post(`/rolling/${part(id)}/abort`, TIMEOUT_MS);

  #get(path) {
    return this.#ask(path, { cache: "no-store" }, TIMEOUT_MS);
  }

  #post(path, timeoutMs) {
    const headers = { "X-CSRF-Token": this.#csrf(), Accept: "application/json" };
    return this.#ask(path, { method: "POST", headers }, timeoutMs);
  }

  async #ask(path, options, timeoutMs) {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await this.#fetch(`/console/api${path}`, { ...options, redirect: "manual", signal })
      .catch(() => {
        throw new ConsoleError(0, "The console does not answer.");
      });
    if (isLogin(response)) throw new ConsoleError(401, REFUSALS[401]);
    const body = await response.json().catch(() => null);
    if (!response.ok) throw new ConsoleError(response.status, wordsOf(response.status, body));
    if (body === null) throw new ConsoleError(0, "The console's answer was cut off.");
    return body;
  }
}

const part = encodeURIComponent;

const pathOf = ({ node, verticle, action }) =>
  node === null
    ? `/verticles/${part(verticle)}/restart`
    : `/nodes/${part(node)}/verticles/${part(verticle)}/${action}`;

/** Some servers send those without a session to the login page instead of refusing them. */
const isLogin = ({ status, type }) => status === 401 || type === "opaqueredirect";

const wordsOf = (status, problem) =>
  sentence(problem?.detail ?? REFUSALS[status] ?? problem?.title ?? `the console answered ${status}`);

const sentence = (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replace(/([^.!?])$/, "$1.");
