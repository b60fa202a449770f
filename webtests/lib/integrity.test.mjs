import assert from "node:assert/strict";
import test from "node:test";
import { IntegrityWatch } from "../../webroot/js/lib/integrity-watch.js";
import { integrityView, troubleOf } from "../../webroot/js/lib/integrity.js";
import { FakeClock } from "../testkit/fake-clock.mjs";

const at = (time) => `2026-05-24T${time}:00Z`;
const now = new Date(at("13:00"));
const interval = (from, to, kind, more = {}) => ({ from: at(from), to: at(to), kind, ...more });
const source = (more = {}) => ({
  source: "mastodon",
  state: "streaming",
  since: at("09:00"),
  intervals: [interval("09:00", "13:00", "complete")],
  ...more,
});
const answer = (...sources) => ({
  event: "aea",
  at: at("13:00"),
  from: at("09:00"),
  to: at("13:00"),
  level: "complete",
  line: "Complete since 09:00",
  sources,
});
const view = (more) => integrityView(answer(source(more)), "UTC", now).sources[0];

test("a source says its name, what it does and since when", () => {
  assert.equal(view().name, "Mastodon");
  assert.equal(view({ part: "one.example" }).name, "Mastodon (one.example)");
  assert.equal(view().words, "followed live since 09:00");
  assert.equal(view({ lastPost: at("12:58") }).words, "followed live since 09:00, last post 12:58");
  assert.equal(view({ state: "degraded", remark: "no answer" }).remark, "no answer");
});

test("what a source costs is told for the day", () => {
  assert.equal(view().spending, "");
  assert.equal(
    view({ spending: { perDay: 5_000, read: 1_234, projected: 3_400 } }).spending,
    "1,234 of 5,000 posts read today, 3,400 by midnight UTC if it goes on like this",
  );
  assert.equal(view({ spending: { perDay: 0, read: 1, projected: 2 } }).spending, "1 post read today, without a limit");
});

test("gaps are told, the newest first, each with its reason", () => {
  const intervals = [
    interval("09:00", "11:03", "complete"),
    interval("11:03", "11:05", "backfilled", { posts: 14, reason: "the connection was cut" }),
    interval("11:05", "12:00", "complete"),
    interval("12:00", "12:10", "backfilled", { posts: 0, reason: "no answer" }),
    interval("12:10", "12:20", "unknown", { reason: "no answer" }),
  ];
  assert.deepEqual(view({ intervals }).times.map(({ words }) => words), [
    "12:10–12:20 unknown: no answer",
    "12:00–12:10 checked later, nothing was missing: no answer",
    "11:03–11:05 filled later, 14 posts: the connection was cut",
  ]);
});

test("where nothing is missing, that is told", () => {
  assert.deepEqual(view().times, [{ kind: "complete", words: "09:00–13:00 complete" }]);
  assert.deepEqual(view({ intervals: [] }).times, []);
});

test("a long list of gaps ends with how many more there are", () => {
  const intervals = Array.from({ length: 25 }, (_, i) =>
    interval(`10:${String(i * 2).padStart(2, "0")}`, `10:${String(i * 2 + 1).padStart(2, "0")}`, "unknown"));
  const { times } = view({ intervals });
  assert.equal(times.length, 21);
  assert.equal(times[20].words, "and 5 earlier");
});

test("bars lie where their time lies, and what is behind the edges is cut", () => {
  const intervals = [interval("08:00", "11:00", "complete"), interval("11:00", "12:00", "unknown")];
  assert.deepEqual(view({ intervals }).bars, [
    { kind: "complete", x: 0, width: 500 },
    { kind: "unknown", x: 500, width: 250 },
  ]);
});

test("a short gap can be seen, even at the edge, above what is complete", () => {
  const second = { from: "2026-05-24T12:59:59Z", to: at("13:00"), kind: "unknown" };
  const { bars } = view({ intervals: [second, interval("09:00", "12:00", "complete")] });
  assert.deepEqual(bars.map(({ kind }) => kind), ["complete", "unknown"]);
  assert.deepEqual(bars[1], { kind: "unknown", x: 996, width: 4 });
});

test("an event that has not begun has no bars", () => {
  assert.deepEqual(integrityView({ ...answer(source()), to: at("09:00") }, "UTC", now).sources[0].bars, []);
});

test("a page is live only when all it is connected to is well", () => {
  assert.equal(troubleOf(answer(source(), source({ state: "polling" }))), null);
  assert.deepEqual(troubleOf(answer(source({ state: "degraded" }))), {
    state: "partly",
    words: "Live, Mastodon in trouble",
  });
  const off = { state: "off", intervals: [interval("09:00", "13:00", "unknown")] };
  const two = answer(source({ state: "degraded" }), source({ source: "x", ...off }));
  assert.equal(troubleOf(two).words, "Live, 2 networks in trouble");
  assert.equal(troubleOf({ ...answer(source()), problem: "away" }).state, "delayed");
  assert.equal(troubleOf(null).words, "Connected");
});

test("a part that is not followed any more is no trouble, however it ended", () => {
  for (const kind of ["complete", "unknown"]) {
    const old = source({ state: "off", part: "old.example", intervals: [interval("09:00", "10:00", kind)] });
    assert.equal(troubleOf(answer(source(), old)), null);
  }
  assert.equal(troubleOf(answer(source({ state: "off", intervals: [] }))), null);
});

test("after the event nobody minds that its sources are off", () => {
  assert.equal(troubleOf({ ...answer(source({ state: "off" })), to: at("12:00") }), null);
});

function watching({ ask, isHidden = () => false }) {
  const clock = new FakeClock();
  const heard = [];
  const world = { setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout, random: () => 0.5, isHidden };
  const watch = new IntegrityWatch(ask, world, (told) => heard.push(told));
  return { watch, clock, heard };
}

test("it asks at once and then every ten seconds", async () => {
  let asked = 0;
  const { watch, clock, heard } = watching({ ask: async () => ++asked });
  watch.start();
  await clock.pass(9_999);
  assert.deepEqual(heard, [1]);
  await clock.pass(20_001);
  assert.deepEqual(heard, [1, 2, 3, 4]);
  watch.stop();
  await clock.pass(60_000);
  assert.equal(asked, 4);
});

test("a page that nobody sees asks once a minute, and at once when it is seen again", async () => {
  let asked = 0;
  let isHidden = true;
  const { watch, clock } = watching({ ask: async () => ++asked, isHidden: () => isHidden });
  watch.start();
  await clock.pass(59_000);
  assert.equal(asked, 1);
  isHidden = false;
  watch.start();
  await clock.pass(10_000);
  assert.equal(asked, 3);
});

test("one lost answer is not told, two are, and the next good one is", async () => {
  const answers = [null, null, "good"];
  const ask = async () => {
    const next = answers.shift();
    if (!next) throw new Error("lost");
    return next;
  };
  const { watch, clock, heard } = watching({ ask });
  watch.start();
  await clock.pass(1);
  assert.deepEqual(heard, []);
  await clock.pass(10_000);
  assert.deepEqual(heard, [null]);
  await clock.pass(10_000);
  assert.deepEqual(heard, [null, "good"]);
});
