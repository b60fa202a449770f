import assert from "node:assert/strict";
import test from "node:test";
import { Folds } from "../../webroot/js/lib/folds.js";

const NOTHING = { gone: [], fresh: [], moved: [], back: [], revised: [], regrouped: [] };
const WORDS = "Engines weave patterns, as looms do";
const everything = () => true;

const post = (n, more = {}) => ({
  n,
  type: "post",
  source: "x",
  id: `p${n}`,
  author: { name: "Ada", handle: "ada" },
  text: `Post ${n}`,
  postedAt: "2026-05-24T12:00:00Z",
  ...more,
});
const group = (lead, reposts, also = []) => ({ lead, reposts, also });

/** A page that showed these posts and has done what the plan said. */
function page(...updates) {
  const folds = new Folds();
  for (const update of updates) folds.apply(update);
  folds.plan(everything);
  return folds;
}

const then = (folds, ...updates) => {
  for (const update of updates) folds.apply(update);
  return folds.plan(everything);
};

test("a post of its own comes at the top", () => {
  assert.deepEqual(then(page(post(1)), post(2)), { ...NOTHING, fresh: [2] });
});

test("a repost changes the card of its original and is no new post", () => {
  const folds = page(post(1), post(2));
  assert.deepEqual(then(folds, post(3, { repostOf: "p1" })), { ...NOTHING, regrouped: [group(1, [3])] });
  assert.deepEqual(then(folds, post(4, { repostOf: "p1" })), { ...NOTHING, regrouped: [group(1, [3, 4])] });
});

test("a post and its repost that come together are one new card", () => {
  const plan = then(page(), post(1), post(2, { repostOf: "p1" }));
  assert.deepEqual(plan, { ...NOTHING, fresh: [1], regrouped: [group(1, [2])] });
});

test("the same words on another network change the card that is there", () => {
  const folds = page(post(1, { text: WORDS }));
  const plan = then(folds, post(2, { source: "mastodon", text: WORDS }));
  assert.deepEqual(plan, { ...NOTHING, regrouped: [group(1, [], [2])] });
});

test("when the shown one is taken back, the other one is shown in its place", () => {
  const folds = page(post(1, { text: WORDS }), post(2, { source: "mastodon", text: WORDS }));
  const plan = then(folds, { n: 3, type: "retract", target: 1 });
  assert.deepEqual(plan, { ...NOTHING, gone: [1], back: [2] });
});

test("when a folded one is taken back, its card says so", () => {
  const folds = page(post(1), post(2, { repostOf: "p1" }));
  const plan = then(folds, { n: 3, type: "retract", target: 2 });
  assert.deepEqual(plan, { ...NOTHING, regrouped: [group(1, [])] });
});

test("a post that is taken back takes its reposts along", () => {
  const folds = page(post(1), post(2, { repostOf: "p1" }));
  assert.deepEqual(then(folds, { n: 3, type: "retract", target: 1 }), { ...NOTHING, gone: [1] });
});

test("the first of some reposts that is taken back leaves the card to the next", () => {
  const folds = page(post(2, { repostOf: "p1" }), post(3, { repostOf: "p1" }));
  assert.deepEqual(then(folds, { n: 4, type: "retract", target: 2 }), { ...NOTHING, gone: [2], back: [3] });
});

test("an original that comes after its repost takes the place of it", () => {
  const folds = page(post(2, { repostOf: "p3" }));
  const plan = then(folds, post(3));
  assert.deepEqual(plan, { ...NOTHING, moved: [[2, 3]], regrouped: [group(3, [2])] });
});

test("a post that is revised until it says something else stands alone again", () => {
  const folds = page(post(1, { text: WORDS }), post(2, { source: "mastodon", text: WORDS }));
  const revision = post(2, { source: "mastodon", text: "Something else altogether, it seems" });
  const plan = then(folds, { ...revision, type: "revise", n: 3, target: 2 });
  assert.deepEqual(plan, { ...NOTHING, back: [2], regrouped: [group(1, [])] });
});

test("a shown post that is revised has new content, a folded one changes its card", () => {
  const folds = page(post(1), post(2, { repostOf: "p1" }));
  const shown = then(folds, { ...post(1, { text: "New" }), type: "revise", n: 3, target: 1 });
  assert.deepEqual(shown, { ...NOTHING, revised: [1] });
  const folded = then(folds, { ...post(2, { repostOf: "p1" }), type: "revise", n: 4, target: 2 });
  assert.deepEqual(folded, { ...NOTHING, regrouped: [group(1, [2])] });
});

test("what is revised or taken back and is not on the page changes nothing", () => {
  const folds = page(post(5));
  assert.deepEqual(then(folds, { ...post(1), type: "revise", n: 6, target: 1 }), NOTHING);
  assert.deepEqual(then(folds, { n: 7, type: "retract", target: 1 }), NOTHING);
});

test("a card that left the page is forgotten with all that was folded into it", () => {
  const folds = page(post(1), post(2, { repostOf: "p1" }), post(3));
  assert.deepEqual(folds.plan((n) => n !== 1), { ...NOTHING, gone: [] });
  folds.apply(post(4, { repostOf: "p1" }));
  assert.deepEqual(folds.plan((n) => n !== 1), { ...NOTHING, fresh: [4] });
});

test("a page that was rendered by the server is taken as it is", () => {
  const folds = new Folds();
  folds.know(1, { id: "x:p1", at: 0 });
  folds.know(2, { id: "x:p2", of: "x:p1", at: 0 });
  folds.begin();
  assert.deepEqual(folds.plan(everything), NOTHING);
  assert.equal(folds.update(1), null);
  folds.learn(1, post(1));
  assert.equal(folds.update(1).text, "Post 1");
});
