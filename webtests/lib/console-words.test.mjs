import assert from "node:assert/strict";
import test from "node:test";
import { about, clock, count, figure, memory, millis, rate, span } from "../../webroot/js/lib/console-words.js";

test("how long is told in the two largest units, and never below zero", () => {
  const cases = { "-5000": "0 s", 900: "0 s", 12_400: "12 s", 179_000: "2 min", 7_500_000: "2 h 5 min", 7_200_000: "2 h", 277_200_000: "3 d 5 h" };
  for (const [ms, words] of Object.entries(cases)) assert.equal(span(Number(ms)), words);
  assert.equal(span(NaN), "0 s");
});

test("rates are told so that they can be compared at a glance", () => {
  assert.deepEqual([0, 0.2, 3.44, 12.6, 1_240].map(rate), ["idle", "12/min", "3.4/s", "13/s", "1,240/s"]);
});

test("amounts carry their unit", () => {
  assert.equal(count(1, "reader"), "1 reader");
  assert.equal(count(1_312, "reader"), "1,312 readers");
  assert.equal(figure(0.44), "0.4");
  assert.deepEqual([182e6, 1.44e9].map(memory), ["182 MB", "1.4 GB"]);
  assert.deepEqual([0.44, 120.4, 1_440].map(millis), ["0.4 ms", "120 ms", "1.4 s"]);
  assert.deepEqual([0.4, 4.2, 130].map(about), ["less than a second", "about 4 s", "about 2 min"]);
});

test("a time of today has no day", () => {
  const now = new Date("2026-05-24T15:00:00Z");
  assert.equal(clock(new Date("2026-05-24T14:03:12Z"), now, "UTC"), "14:03:12");
  assert.equal(clock(new Date("2026-05-23T14:03:12Z"), now, "UTC"), "23 May, 14:03:12");
});
