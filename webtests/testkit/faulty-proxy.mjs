import { once } from "node:events";
import { createServer, request } from "node:http";

/** Stands between a browser and a node, and does what bad networks do when a test says so. */
export class FaultyProxy {
  /** Streams: `pass`; `hold` opens them and delivers nothing; `refuse` answers 502. */
  streams = "pass";
  /** Whether nothing at all gets through. */
  isDown = false;
  /** Changes an update on its way to the browser; null swallows it. */
  rewrite = (update) => update;
  /** Paths that were asked for. */
  requests = [];
  #target;
  #server;
  #sockets = new Set();
  #open = new Set();

  static async to(url) {
    const proxy = new FaultyProxy();
    proxy.#target = new URL(url);
    proxy.#server = createServer((ask, answer) => proxy.#pass(ask, answer));
    proxy.#server.on("connection", (socket) => {
      proxy.#sockets.add(socket);
      socket.on("close", () => proxy.#sockets.delete(socket));
      if (proxy.isDown) socket.destroy();
    });
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    proxy.url = `http://127.0.0.1:${proxy.#server.address().port}`;
    return proxy;
  }

  /** Cuts every stream that is open. */
  cut() {
    for (const answer of this.#open) answer.destroy();
  }

  /** Lets nothing through, open connections included, until `isDown` is false again. */
  goDown() {
    this.isDown = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  async stop() {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #pass(ask, answer) {
    this.requests.push(ask.url);
    const isStream = ask.url.includes("/stream?");
    if (isStream && this.streams === "refuse") return answer.writeHead(502).end();
    const { hostname, port } = this.#target;
    const options = { hostname, port, path: ask.url, method: ask.method, headers: ask.headers };
    const onward = request(options, (reply) => {
      answer.writeHead(reply.statusCode, reply.headers);
      if (isStream) this.#passStream(reply, answer);
      else reply.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    ask.pipe(onward);
  }

  #passStream(reply, answer) {
    this.#open.add(answer);
    answer.on("close", () => this.#open.delete(answer));
    answer.flushHeaders();
    let rest = "";
    reply.setEncoding("utf8").on("data", (text) => {
      const frames = (rest + text).split("\n\n");
      rest = frames.pop();
      if (this.streams === "hold") return;
      for (const frame of frames) this.#passFrame(frame, answer);
    });
    reply.on("end", () => answer.end()).on("error", () => answer.destroy());
  }

  #passFrame(frame, answer) {
    const data = /^data: (.*)$/m.exec(frame);
    if (!data || frame.includes("event: reset")) return answer.write(`${frame}\n\n`);
    const update = this.rewrite(JSON.parse(data[1]));
    if (update) answer.write(`${frame.replace(data[0], () => `data: ${JSON.stringify(update)}`)}\n\n`);
  }
}
