import assert from "node:assert/strict";
import test from "node:test";
import { Backoff } from "../../webroot/js/lib/backoff.js";

test("each wait is longer, up to half a minute", () => {
  const backoff = new Backoff(() => 1);
  assert.deepEqual(
    Array.from({ length: 7 }, () => backoff.next()),
    [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000],
  );
});

test("chance takes away up to half of it", () => {
  assert.equal(new Backoff(() => 0).next(), 500);
  assert.equal(new Backoff(() => 0.5).next(), 750);
});

test("success starts over", () => {
  const backoff = new Backoff(() => 1);
  backoff.next();
  backoff.next();
  backoff.reset();
  assert.equal(backoff.next(), 1_000);
});
