/** The Node peer of the bench: better-sse's channel for streams, plain node:http for long-poll. */
import http from "node:http";
import { createChannel, createSession } from "better-sse";

const port = Number(process.argv[2]);
const KEPT = 1000; // updates that a late poll can still ask for
const channel = createChannel();
const updates = []; // those kept, oldest first
const waiting = new Set(); // answers of polls that wait
let head = 0;

function answer(response, since) {
  const oldest = head - updates.length;
  const body = "[" + updates.slice(Math.max(0, since - oldest)).join(",") + "]";
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "x-next": head,
  });
  response.end(body);
}

function poll(response, asked) {
  const since = asked < 0 ? head : asked;
  if (since < head) return answer(response, since);
  response.on("close", () => waiting.delete(response));
  waiting.add(response);
}

function publish(body, response) {
  head++;
  updates.push(body);
  if (updates.length > KEPT) updates.shift();
  channel.broadcast(JSON.parse(body));
  for (const poll of waiting) answer(poll, head - 1);
  waiting.clear();
  response.writeHead(201, { "content-length": 0 });
  response.end();
}

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, "http://bench");
  if (request.method === "POST") {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (part) => (body += part));
    request.on("end", () => publish(body, response));
  } else if (url.pathname === "/sse") {
    channel.register(await createSession(request, response));
  } else {
    poll(response, Number(url.searchParams.get("since") ?? -1));
  }
});
server.requestTimeout = 0;
server.keepAliveTimeout = 3_600_000;
server.listen({ port, host: "127.0.0.1", backlog: 4096 });
