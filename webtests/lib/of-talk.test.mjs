import assert from "node:assert/strict";
import { test } from "node:test";
import { ofTalk } from "../../webroot/js/lib/of-talk.js";

/** Numbers of those that change a page of the talk "fonts" on which 7 stands. */
const ours = (...updates) => ofTalk(updates, "fonts", (n) => n === 7).map(({ n }) => n);

test("a post belongs to a page when it was placed in its talk and is not there yet", () => {
  assert.deepEqual(ours({ n: 8, type: "post", talks: ["grids", "fonts"] }), [8]);
  assert.deepEqual(ours({ n: 8, type: "post", talks: ["grids"] }), []);
  assert.deepEqual(ours({ n: 8, type: "post" }), []);
  assert.deepEqual(ours({ n: 7, type: "post", talks: ["fonts"] }), []);
});

test("retractions and revisions belong to a page that has what they are about", () => {
  assert.deepEqual(ours({ n: 9, type: "retract", target: 7 }), [9]);
  assert.deepEqual(ours({ n: 9, type: "revise", target: 7 }), [9]);
  assert.deepEqual(ours({ n: 9, type: "retract", target: 6 }), []);
  assert.deepEqual(ours({ n: 9, type: "gone" }), []);
});

test("what comes together with the post that it is about belongs to the page, too", () => {
  const post = { n: 8, type: "post", talks: ["fonts"] };
  assert.deepEqual(ours(post, { n: 9, type: "retract", target: 8 }), [8, 9]);
  assert.deepEqual(ours({ ...post, talks: ["grids"] }, { n: 9, type: "retract", target: 8 }), []);
});
