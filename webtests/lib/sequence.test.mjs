import assert from "node:assert/strict";
import test from "node:test";
import { Sequence } from "../../webroot/js/lib/sequence.js";

const update = (n) => ({ n });
const numbers = (updates) => updates.map(({ n }) => n);

test("the next update passes at once", () => {
  const sequence = new Sequence(4);
  assert.deepEqual(numbers(sequence.offer(update(5))), [5]);
  assert.equal(sequence.last, 5);
  assert.equal(sequence.hasHole, false);
});

test("a known update does not pass again", () => {
  const sequence = new Sequence(4);
  assert.deepEqual(sequence.offer(update(4)), []);
  assert.deepEqual(sequence.offer(update(1)), []);
  assert.equal(sequence.hasHole, false);
});

test("what comes early waits until the hole is filled, then passes in order", () => {
  const sequence = new Sequence(0);
  assert.deepEqual(sequence.offer(update(3)), []);
  assert.deepEqual(sequence.offer(update(4)), []);
  assert.equal(sequence.hasHole, true);
  assert.deepEqual(numbers(sequence.offer(update(1))), [1]);
  assert.deepEqual(numbers(sequence.offer(update(2))), [2, 3, 4]);
  assert.equal(sequence.hasHole, false);
});

test("whatever the order, each number passes once and in order", () => {
  let seed = 11;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 200; round += 1) {
    const sequence = new Sequence(0);
    const all = Array.from({ length: 40 }, (_, i) => 1 + (i % 20)).sort(() => random() - 0.5);
    const passed = all.flatMap((n) => numbers(sequence.offer(update(n))));
    assert.deepEqual(passed, Array.from({ length: 20 }, (_, i) => i + 1));
  }
});

test("more early ones than the bound are dropped, and the hole is still known", () => {
  const sequence = new Sequence(0);
  for (let n = 2; n < 2_000; n += 1) sequence.offer(update(n));
  assert.equal(sequence.hasHole, true);
  assert.equal(numbers(sequence.offer(update(1))).length, 1_001);
  assert.deepEqual(numbers(sequence.offer(update(1_002))), [1_002]);
});

test("another life of the log forgets what came early", () => {
  const sequence = new Sequence(10);
  sequence.offer(update(12));
  sequence.restart(2);
  assert.equal(sequence.hasHole, false);
  assert.deepEqual(numbers(sequence.offer(update(3))), [3]);
});
