import assert from "node:assert/strict";
import test from "node:test";
import { Waiting } from "../../webroot/js/lib/waiting.js";

const waitingFor = (...numbers) => {
  const waiting = new Waiting();
  for (const n of numbers) waiting.add({ n });
  return waiting;
};
const numbers = (posts) => posts.map(({ n }) => n);

test("posts are taken newest first, and then none waits", () => {
  const waiting = waitingFor(1, 2, 3);
  assert.equal(waiting.count, 3);
  assert.deepEqual(numbers(waiting.take()), [3, 2, 1]);
  assert.equal(waiting.count, 0);
  assert.deepEqual(waiting.take(), []);
});

test("a retracted post does not appear and is not counted", () => {
  const waiting = waitingFor(1, 2, 3);
  assert.equal(waiting.retract(2), true);
  assert.equal(waiting.retract(9), false);
  assert.equal(waiting.count, 2);
  assert.deepEqual(numbers(waiting.take()), [3, 1]);
});

test("a revised post waits in its place with its new content", () => {
  const waiting = waitingFor(1, 2);
  assert.equal(waiting.revise({ n: 5, target: 1, text: "new" }), true);
  assert.equal(waiting.revise({ n: 6, target: 4 }), false);
  assert.equal(waiting.count, 2);
  assert.equal(waiting.take()[1].text, "new");
});

test("the count stays true when the oldest no longer wait", () => {
  const waiting = waitingFor(...Array.from({ length: 800 }, (_, i) => i + 1));
  assert.equal(waiting.count, 800);
  assert.equal(waiting.hasOverflowed, true);
  const taken = waiting.take();
  assert.equal(taken.length, 500);
  assert.equal(taken[0].n, 800);
  assert.equal(waiting.hasOverflowed, false);
});
