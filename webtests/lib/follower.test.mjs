import assert from "node:assert/strict";
import test from "node:test";
import { FeedApi } from "../../webroot/js/lib/feed-api.js";
import { Follower } from "../../webroot/js/lib/follower.js";
import { FakeClock } from "../testkit/fake-clock.mjs";
import { FakeFeed } from "../testkit/fake-feed.mjs";

/** A reader of a fake feed, and everything it was told. */
function reader({ n = 0, random = () => 0.5 } = {}) {
  const feed = new FakeFeed();
  const clock = new FakeClock();
  const told = { numbers: [], states: [], resets: 0 };
  const world = { open: feed.open, random, ...clock };
  const follower = new Follower(new FeedApi("aea", feed.fetch), { epoch: "e1", n }, world, {
    updates: (updates) => told.numbers.push(...updates.map((update) => update.n)),
    reset: () => (told.resets += 1, (told.numbers.length = 0)),
    state: (state) => told.states.at(-1) === state || told.states.push(state),
  });
  const asked = (part) => feed.requests.filter((url) => url.includes(part)).length;
  return { feed, clock, told, follower, asked, source: () => feed.sources.at(-1) };
}
const upTo = (head, from = 1) => Array.from({ length: head - from + 1 }, (_, i) => from + i);

test("updates come by stream, from the number the page was rendered at", async () => {
  const { feed, clock, told, follower } = reader({ n: 2 });
  feed.append(4);
  follower.start();
  await clock.pass(0);
  feed.append();
  assert.deepEqual(told.numbers, upTo(5, 3));
  assert.deepEqual(told.states, ["catching-up", "live"]);
  assert.equal(feed.requests[0], "/events/aea/stream?since=2&epoch=e1");
});

test("a cut stream is opened again after a wait, and goes on after the last number", async () => {
  const { feed, clock, told, follower, source } = reader();
  feed.append(3);
  follower.start();
  await clock.pass(0);
  source().cut();
  feed.append(2);
  await clock.pass(700);
  assert.equal(told.states.at(-1), "reconnecting");
  await clock.pass(100);
  assert.deepEqual(told.numbers, upTo(5));
  assert.equal(told.states.at(-1), "live");
});

test("where streams are refused, polls bring the updates", async () => {
  const { feed, clock, told, follower, asked } = reader();
  feed.streams = "refuse";
  feed.append(3);
  follower.start();
  await clock.pass(5_000);
  feed.append(2);
  await clock.pass(0);
  assert.deepEqual(told.numbers, upTo(5));
  assert.equal(told.states.at(-1), "live");
  assert.equal(asked("/stream"), 3);
});

test("polls give way to the stream as soon as that delivers again", async () => {
  const { feed, clock, told, follower, asked } = reader();
  feed.streams = "refuse";
  follower.start();
  await clock.pass(5_000);
  feed.streams = "push";
  await clock.pass(31_000);
  feed.append(2);
  await clock.pass(0);
  const polls = asked("/updates");
  feed.append(2);
  await clock.pass(60_000);
  assert.equal(asked("/updates"), polls);
  assert.deepEqual(told.numbers, upTo(4));
});

test("a stream that is held back by a proxy gives way to polls within seconds", async () => {
  const { feed, clock, told, follower } = reader();
  feed.streams = "hold";
  follower.start();
  await clock.pass(1_000);
  feed.append(3);
  await clock.pass(6_500);
  assert.deepEqual(told.numbers, upTo(3));
  feed.append();
  await clock.pass(0);
  assert.deepEqual(told.numbers, upTo(4));
});

test("a held-back stream that is tried beside the polls does not stay open", async () => {
  const { feed, clock, follower } = reader();
  feed.streams = "hold";
  feed.append();
  follower.start();
  await clock.pass(8_000);
  for (let second = 0; second < 60; second += 1) {
    feed.append();
    await clock.pass(1_000);
  }
  assert.equal(feed.sources.filter(({ isClosed }) => !isClosed).length, 0);
});

test("a quiet conference is no reason to leave the stream", async () => {
  const { feed, clock, told, follower, asked } = reader();
  follower.start();
  await clock.pass(600_000);
  feed.append();
  assert.deepEqual(told.numbers, [1]);
  assert.equal(asked("/stream"), 1);
  assert.equal(asked("/updates"), 0);
  assert.ok(asked("/head") <= 12, `asked for the head ${asked("/head")} times in ten minutes`);
});

test("a stream that never opens is given up", async () => {
  const { feed, clock, told, follower } = reader();
  feed.append(2);
  follower.start();
  feed.sources[0].connect = () => {};
  await clock.pass(11_000);
  assert.deepEqual(told.numbers, upTo(2));
});

test("a silent stream whose server no longer answers counts as lost", async () => {
  const { feed, clock, told, follower } = reader();
  follower.start();
  await clock.pass(1_000);
  feed.streams = "refuse";
  feed.answers = "dead";
  await clock.pass(4_500);
  assert.equal(told.states.at(-1), "reconnecting");
});

test("a hole is fetched, and nothing is shown before it is filled", async () => {
  const { feed, clock, told, follower, source } = reader();
  feed.append(2);
  follower.start();
  await clock.pass(0);
  feed.streams = "hold";
  feed.append(5);
  source().deliver(feed.log[5]);
  assert.deepEqual(told.numbers, upTo(2));
  assert.equal(told.states.at(-1), "catching-up");
  await clock.pass(0);
  assert.deepEqual(told.numbers, upTo(7));
  assert.equal(told.states.at(-1), "live");
});

test("a hole that cannot be fetched is filled by the next connection", async () => {
  const { feed, clock, told, follower, source } = reader();
  feed.append(2);
  follower.start();
  await clock.pass(0);
  feed.streams = "hold";
  feed.append(3);
  feed.answers = 500;
  source().deliver(feed.log[4]);
  await clock.pass(0);
  feed.streams = "push";
  await clock.pass(2_000);
  assert.deepEqual(told.numbers, upTo(5));
});

test("an update that is sent twice is told once", async () => {
  const { feed, clock, told, follower, source } = reader();
  feed.append(2);
  follower.start();
  await clock.pass(0);
  source().deliver(feed.log[1]);
  source().deliver(feed.log[0]);
  assert.deepEqual(told.numbers, upTo(2));
});

test("a log that begins another life is shown anew, its newest fifty", async () => {
  const { feed, clock, told, follower } = reader();
  feed.append(300);
  follower.start();
  await clock.pass(0);
  feed.restart("e2", 80);
  await clock.pass(2_000);
  assert.equal(told.resets, 1);
  assert.deepEqual(told.numbers, upTo(80, 31));
  assert.deepEqual(follower.position, { epoch: "e2", n: 80 });
});

test("another life is noticed by the id of an update, too", async () => {
  const { feed, clock, told, follower, source } = reader();
  feed.append(3);
  follower.start();
  await clock.pass(0);
  feed.epoch = "e2";
  source().deliver({ n: 4, type: "post" }, "e2");
  assert.deepEqual(told.numbers, upTo(3));
  await clock.pass(2_000);
  assert.equal(told.resets, 1);
  assert.equal(follower.position.epoch, "e2");
});

test("another life is noticed by polls, too", async () => {
  const { feed, clock, told, follower } = reader();
  feed.streams = "refuse";
  feed.append(3);
  follower.start();
  await clock.pass(5_000);
  feed.restart("e2", 2);
  feed.append();
  await clock.pass(10_000);
  assert.equal(told.resets, 1);
  assert.deepEqual(told.numbers, upTo(3));
  assert.deepEqual(follower.position, { epoch: "e2", n: 3 });
});

test("whoever is told when to come back comes back then", async () => {
  const { feed, clock, told, follower, asked } = reader();
  feed.streams = "refuse";
  feed.answers = 429;
  feed.retryAfter = "20";
  follower.start();
  await clock.pass(5_000);
  assert.equal(asked("/updates"), 1);
  await clock.pass(14_000);
  assert.equal(asked("/updates"), 1);
  feed.answers = 200;
  feed.append();
  await clock.pass(8_000);
  assert.deepEqual(told.numbers, [1]);
});

test("after stop nothing is open and nothing is asked; start goes on from the same number", async () => {
  const { feed, clock, told, follower } = reader();
  feed.append(2);
  follower.start();
  await clock.pass(0);
  follower.stop();
  assert.equal(told.states.at(-1), "offline");
  const asked = feed.requests.length;
  feed.append(2);
  await clock.pass(600_000);
  assert.equal(feed.requests.length, asked);
  assert.ok(feed.sources.every(({ isClosed }) => isClosed));
  follower.start();
  follower.start();
  await clock.pass(0);
  assert.equal(feed.requests.length, asked + 1);
  assert.deepEqual(told.numbers, upTo(4));
});

test("stopped while a hole is fetched, it still loses nothing", async () => {
  const { feed, clock, told, follower, source } = reader();
  follower.start();
  await clock.pass(0);
  feed.streams = "hold";
  feed.append(4);
  source().deliver(feed.log[3]);
  follower.stop();
  feed.streams = "push";
  follower.start();
  await clock.pass(1_000);
  assert.deepEqual(told.numbers, upTo(4));
});

test("whatever fails in whatever order, the reader ends with every number once", async () => {
  for (let seed = 1; seed <= 60; seed += 1) await faults(seed);
});

async function faults(seed) {
  let state = seed * 7919;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const { feed, clock, told, follower, source } = reader({ random });
  const acts = [
    () => feed.append(1 + Math.floor(random() * 5)),
    () => source().isOpen && source().cut(),
    () => (feed.streams = ["push", "refuse", "hold"][Math.floor(random() * 3)]),
    () => (feed.answers = [200, 200, 503, "dead"][Math.floor(random() * 4)]),
    () => source().isOpen && feed.head > 0 && source().deliver(feed.log[Math.floor(random() * feed.head)]),
    () => (follower.stop(), follower.start()),
  ];
  follower.start();
  for (let step = 0; step < 60; step += 1) {
    acts[Math.floor(random() * acts.length)]();
    await clock.pass(Math.floor(random() * 4_000));
  }
  feed.streams = "push";
  feed.answers = 200;
  await clock.pass(700_000);
  assert.deepEqual(told.numbers, upTo(feed.head), `seed ${seed}`);
}
