import assert from "node:assert/strict";
import test from "node:test";
import { fullTime, relativeTime, venueRange, venueTime } from "../../webroot/js/lib/times.js";

const ZONE = "America/Los_Angeles";
const now = new Date("2026-05-24T21:30:00Z"); // 14:30 at the venue

test("a moment of today is its time at the venue", () => {
  assert.equal(venueTime(new Date("2026-05-24T21:03:11Z"), now, ZONE), "14:03");
});

test("the venue's day counts, not the reader's", () => {
  assert.equal(venueTime(new Date("2026-05-24T06:59:00Z"), now, ZONE), "23 May, 23:59");
  assert.equal(venueTime(new Date("2026-05-24T07:00:00Z"), now, ZONE), "00:00");
});

test("the same day of another year is not today", () => {
  assert.equal(venueTime(new Date("2025-05-24T21:03:00Z"), now, ZONE), "24 May 2025, 14:03");
});

test("September is Sep, as on the server", () => {
  assert.equal(venueTime(new Date("2025-09-02T19:00:00Z"), now, ZONE), "2 Sep 2025, 12:00");
});

test("a range says the day once", () => {
  const range = (from, to) => venueRange(new Date(from), new Date(to), now, ZONE);
  assert.equal(range("2026-05-24T21:03:11Z", "2026-05-24T21:20:00Z"), "14:03–14:20");
  assert.equal(range("2026-05-23T21:03:11Z", "2026-05-23T21:20:00Z"), "23 May, 14:03–14:20");
  assert.equal(range("2026-05-23T21:03:11Z", "2026-05-24T21:20:00Z"), "23 May, 14:03–14:20");
  assert.equal(range("2026-05-24T21:03:11Z", "2026-05-24T21:03:50Z"), "14:03");
});

test("people count minutes for an hour, and then read the clock", () => {
  const ago = (seconds) => relativeTime(new Date(now - seconds * 1_000), now, ZONE);
  assert.equal(ago(59), "now");
  assert.equal(ago(60), "1 min");
  assert.equal(ago(3_599), "59 min");
  assert.equal(ago(3_600), "13:30");
});

test("a clock that runs ahead says now", () => {
  assert.equal(relativeTime(new Date(+now + 90_000), now, ZONE), "now");
});

test("in full it names day, time and zone", () => {
  assert.equal(
    fullTime(new Date("2026-05-24T21:03:11Z"), ZONE),
    "Sunday, 24 May 2026, 14:03 (America/Los_Angeles)",
  );
});
