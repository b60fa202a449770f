import assert from "node:assert/strict";
import test from "node:test";
import { ConsoleApi, ConsoleError } from "../../webroot/js/lib/console-api.js";
import { ConsoleLink } from "../../webroot/js/lib/console-link.js";
import { FakeClock, settle } from "../testkit/fake-clock.mjs";

class Source {
  listeners = {};
  isClosed = false;

  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }

  tell(name, body = {}) {
    this.listeners[name]({ data: JSON.stringify(body) });
  }

  close() {
    this.isClosed = true;
  }
}

function linked(ask = async () => Promise.reject(new ConsoleError(0, "gone"))) {
  const clock = new FakeClock();
  const world = { ...clock, setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout, random: () => 1, now: () => clock.now };
  const [sources, states, heard] = [[], [], []];
  const open = () => (sources.push(new Source()), sources.at(-1));
  const on = { state: ({ name, since }) => states.push(`${name} ${since}`), nodes: (told) => heard.push(told), happened: (told) => heard.push(told), rolling: (told) => heard.push(told) };
  const link = new ConsoleLink(open, ask, world, on);
  link.start();
  return { clock, sources, states, heard, link };
}

test("it is live once nodes are heard, and hands on what it hears", () => {
  const { sources, states, heard } = linked();
  sources[0].tell("nodes", { at: 1 });
  sources[0].tell("happened", { id: "a" });
  sources[0].tell("rolling", { id: "r" });
  assert.deepEqual(states, ["live 0"]);
  assert.deepEqual(heard, [{ at: 1 }, { id: "a" }, { id: "r" }]);
});

test("an error is a loss at once, counted from when it last heard", async () => {
  const { clock, sources, states } = linked();
  sources[0].tell("nodes");
  await clock.pass(3_000);
  sources[0].onerror();
  assert.equal(states.at(-1), "lost 0");
  assert.ok(sources[0].isClosed);
});

test("silence is a loss too, as a dead connection tells nothing", async () => {
  const { clock, sources, states } = linked();
  sources[0].tell("nodes");
  await clock.pass(5_999);
  assert.deepEqual(states, ["live 0"]);
  await clock.pass(1);
  assert.equal(states.at(-1), "lost 0");
});

test("it tries again, ever later, but never as late as half a minute", async () => {
  const { clock, sources } = linked();
  const opened = [];
  for (let i = 0; i < 6; i += 1) {
    const before = clock.now;
    sources.at(-1).onerror();
    const known = sources.length;
    while (sources.length === known) await clock.pass(500);
    opened.push(clock.now - before);
  }
  assert.deepEqual(opened, [1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
});

test("once heard again it is live, and the next loss begins with a short wait", async () => {
  const { clock, sources, states } = linked();
  sources[0].onerror();
  await clock.pass(1_000);
  sources[1].tell("nodes");
  assert.equal(states.at(-1), "live 1000");
  sources[1].onerror();
  await clock.pass(1_000);
  assert.equal(sources.length, 3);
});

test("a session that has ended is told apart from a connection that is lost", async () => {
  let status = 401;
  const { clock, sources, states } = linked(async () => Promise.reject(new ConsoleError(status, "")));
  sources[0].tell("nodes");
  sources[0].onerror();
  await settle();
  assert.equal(states.at(-1), "expired 0");
  status = 0;
  await clock.pass(1_000);
  sources[1].onerror();
  await settle();
  assert.equal(states.at(-1), "expired 0", "it stays so until it is heard again");
});

test("where streams do not get through, answers do", async () => {
  const { clock, sources, states, heard } = linked(async () => ({ at: 2 }));
  await clock.pass(500);
  sources[0].onerror();
  await settle();
  assert.equal(states.at(-1), "lost 500");
  assert.deepEqual(heard, [{ at: 2 }]);
});

test("who is asked to start while waiting does so at once; what works is kept", async () => {
  const { sources, link } = linked();
  sources[0].onerror();
  link.start();
  assert.equal(sources.length, 2);
  sources[1].tell("nodes");
  link.start();
  assert.equal(sources.length, 2);
  sources[0].onerror();
  assert.equal(link.state.name, "live", "what was given up before says nothing now");
});

function answering(status, body, type = "basic") {
  const asked = [];
  const fetch = async (url, options) => {
    asked.push({ url, ...options });
    return { ok: status < 400 && status > 0, status, type, json: async () => body };
  };
  return { asked, api: new ConsoleApi(fetch, () => "secret") };
}

test("names of nodes and verticles are parts of an address, whatever they contain", async () => {
  const { api, asked } = answering(200, {});
  await api.foresee({ node: "a/b?", verticle: "x.é", action: "restart" });
  await api.act({ node: null, verticle: "delivery", action: "restart" });
  assert.equal(asked[0].url, "/console/api/nodes/a%2Fb%3F/verticles/x.%C3%A9/restart?tell=only");
  assert.equal(asked[1].url, "/console/api/verticles/delivery/restart");
  assert.deepEqual([asked[0].method, asked[0].headers["X-CSRF-Token"]], ["POST", "secret"]);
});

test("a refusal says why, in the console's words or ours", async () => {
  await assert.rejects(answering(409, { detail: "already restarting" }).api.nodes(), { status: 409, message: "Already restarting." });
  await assert.rejects(answering(503, null).api.nodes(), { message: /^The node is not heard/ });
  await assert.rejects(answering(418, null).api.nodes(), { message: "The console answered 418." });
  await assert.rejects(answering(0, null, "opaqueredirect").api.nodes(), { status: 401 });
  await assert.rejects(new ConsoleApi(async () => Promise.reject(new TypeError("no")), () => "").nodes(), { status: 0 });
});
