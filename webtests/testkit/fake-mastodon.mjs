import { once } from "node:events";
import { createServer } from "node:http";

const INSTANCE = { configuration: { timelines_access: { hashtag_feeds: { local: "public", remote: "public" } } } };

/** A server of Mastodon as far as hashtags need it: it streams what a test posts, edits and deletes. */
export class FakeMastodon {
  #statuses = new Map();
  #streams = new Set();
  #server = createServer((request, response) => this.#serve(request, response));
  #lastId = 110_000;

  async start() {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    this.url = `http://127.0.0.1:${this.#server.address().port}`;
    return this;
  }

  async stop() {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  /** Waits until somebody follows. */
  async isFollowed() {
    while (this.#streams.size === 0) await once(this.#server, "followed");
  }

  /** Posts a text; the id it has here. */
  post(content, more = {}) {
    this.#lastId += 1;
    const id = String(this.#lastId);
    this.#statuses.set(id, this.#status(id, content, more));
    this.#tell("update", JSON.stringify(this.#statuses.get(id)));
    return id;
  }

  edit(id, content) {
    const status = { ...this.#statuses.get(id), content, edited_at: new Date().toISOString() };
    this.#statuses.set(id, status);
    this.#tell("status.update", JSON.stringify(status));
  }

  delete(id) {
    this.#statuses.delete(id);
    this.#tell("delete", id);
  }

  #status(id, content, more) {
    const uri = `${this.url}/users/ada/statuses/${id}`;
    const account = { acct: "ada", username: "ada", display_name: "Ada Lovelace", url: `${this.url}/@ada` };
    const tags = [...content.matchAll(/#(\w+)/g)].map(([, name]) => ({ name }));
    return { id, uri, url: uri, account, content, tags, visibility: "public", created_at: new Date().toISOString(), ...more };
  }

  #serve({ url }, response) {
    const { pathname, searchParams } = new URL(url, this.url);
    if (pathname.startsWith("/api/v1/streaming/")) return this.#follow(response);
    response.setHeader("Content-Type", "application/json");
    if (pathname === "/api/v2/instance") return response.end(JSON.stringify(INSTANCE));
    if (pathname.startsWith("/api/v1/timelines/tag/")) return response.end("[]");
    const asked = searchParams.getAll("id[]").map((id) => this.#statuses.get(id));
    return response.end(JSON.stringify(asked.filter(Boolean)));
  }

  #follow(response) {
    response.writeHead(200, { "Content-Type": "text/event-stream" }).write(":)\n\n");
    this.#streams.add(response);
    response.on("close", () => this.#streams.delete(response));
    this.#server.emit("followed");
  }

  #tell(event, data) {
    for (const stream of this.#streams) stream.write(`event: ${event}\ndata: ${data}\n\n`);
  }
}
