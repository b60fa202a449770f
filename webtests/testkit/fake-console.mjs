import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { anHour, happening, wellCluster } from "./fake-cluster.mjs";

const WEBROOT = new URL("../../webroot/", import.meta.url).pathname;
const TYPES = { ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };

/** As strict as the real one, so that what it forbids is found here. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "img-src 'self' https:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const page = (csrf) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="csrf" content="${csrf}"><title>Console</title>
<link rel="icon" href="/img/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/css/console.css"><script type="module" src="/js/console.js"></script>
</head><body><main id="console"></main></body></html>`;

const LOGIN = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Log in · Console</title><link rel="icon" href="/img/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/css/console-login.css"></head><body><main id="login"><h1>Console</h1>
<p role="alert">Name or password is wrong.</p>
<form method="post" action="/console/login"><label>Name <input name="user" autocomplete="username"></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>
<input type="hidden" name="csrf" value="x"><button>Log in</button></form></main></body></html>`;

/** A console without a cluster: it tells and answers what a test says. */
export class FakeConsole {
  csrf = "token-1";
  isLoggedIn = true;
  history = anHour();
  happened = [happening(312, 40)];
  older = [];
  lines = [];
  rollings = new Map();
  /** Of what was posted: `{path, csrf}`. */
  posted = [];
  /** Answers a POST: `(path, isOnlyTold)` gives `{status, body}`, or null for a cut connection. */
  answer = (path, isOnlyTold) => ({ status: 200, body: outcome(isOnlyTold) });
  #server = createServer((request, response) => this.#serve(request, response));
  #streams = new Set();
  #told;

  async start(port = 0) {
    this.#server.listen(port, "127.0.0.1");
    await once(this.#server, "listening");
    this.port = this.#server.address().port;
    this.url = `http://127.0.0.1:${this.port}`;
    this.cluster ??= wellCluster(this.port);
    this.#told = setInterval(() => this.tell(), 500);
    return this;
  }

  async stop() {
    clearInterval(this.#told);
    this.#server.closeAllConnections();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, "close");
  }

  /** Tells everybody how the nodes are; their clocks go on, and work is done. */
  tell() {
    const at = new Date().toISOString();
    for (const node of this.cluster.nodes.filter(({ heard }) => heard)) {
      node.at = at;
      for (const each of node.verticles) {
        if (["running", "degraded"].includes(each.state) && !each.standby) each.work += 6;
      }
    }
    this.send("nodes", this.#nodes());
  }

  send(name, body) {
    for (const stream of this.#streams) stream.write(`event: ${name}\ndata: ${JSON.stringify(body)}\n\n`);
  }

  /** Says nothing more to anybody; connections stay open. */
  fallSilent() {
    clearInterval(this.#told);
  }

  /** Cuts all connections. */
  cut() {
    this.#server.closeAllConnections();
  }

  verticle(node, name) {
    return this.cluster.nodes.find((each) => each.node === node).verticles.find((each) => each.verticle === name);
  }

  #nodes() {
    return { at: new Date().toISOString(), ...this.cluster };
  }

  async #serve(request, response) {
    response.setHeader("Content-Security-Policy", POLICY);
    const { pathname, searchParams } = new URL(request.url, this.url);
    if (pathname === "/console/login") return html(response, LOGIN);
    if (pathname === "/console") return html(response, page(this.csrf));
    if (!pathname.startsWith("/console/")) return file(response, pathname);
    if (!this.isLoggedIn) return json(response, 401, { title: "Not logged in" });
    if (request.method === "POST") return this.#post(request, response, pathname, searchParams);
    if (pathname === "/console/api/stream") return this.#stream(response);
    return this.#get(response, pathname.slice("/console/api".length), searchParams);
  }

  #post(request, response, path, query) {
    this.posted.push({ path: request.url, csrf: request.headers["x-csrf-token"] });
    const answer = this.answer(path.replace("/console/api", ""), query.get("tell") === "only");
    if (answer) return json(response, answer.status, answer.body);
    return request.socket.destroy();
  }

  #get(response, path, query) {
    if (path === "/nodes") return json(response, 200, this.#nodes());
    if (path === "/history") return json(response, 200, this.history);
    if (path === "/timeline") return json(response, 200, { happened: query.has("before") ? this.older : this.happened });
    if (path.endsWith("/lines")) return json(response, 200, { lines: this.lines });
    const rolling = this.rollings.get(path.replace("/rolling/", ""));
    return rolling ? json(response, 200, rolling) : json(response, 404, { title: "Not found" });
  }

  #stream(response) {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    this.#streams.add(response);
    response.on("close", () => this.#streams.delete(response));
    this.tell();
  }
}

const outcome = (isOnlyTold) =>
  isOnlyTold
    ? { done: false, sentence: "312 readers are asked to come back; they miss nothing.", readers: 312, postsAtRisk: 0, seconds: 4.2 }
    : { done: true, sentence: "It runs again after 0.4 s, 312 readers came back.", readers: 312, postsAtRisk: 0, seconds: 0.4 };

function json(response, status, body) {
  response.writeHead(status, { "Content-Type": status < 400 ? "application/json" : "application/problem+json" });
  response.end(JSON.stringify(body));
}

function html(response, text) {
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
  response.end(text);
}

async function file(response, path) {
  const content = await readFile(join(WEBROOT, normalize(path))).catch(() => null);
  response.writeHead(content ? 200 : 404, { "Content-Type": TYPES[extname(path)] ?? "text/plain" });
  response.end(content);
}
