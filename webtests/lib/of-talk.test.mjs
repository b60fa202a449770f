import assert from "node:assert/strict";
import { test } from "node:test";
import { concerns } from "../../webroot/js/lib/of-talk.js";

const onPage = (n) => n === 7;

test("a post belongs to a page when it was placed in its talk and is not there yet", () => {
  assert.equal(concerns({ n: 8, type: "post", talks: ["grids", "fonts"] }, "fonts", onPage), true);
  assert.equal(concerns({ n: 8, type: "post", talks: ["grids"] }, "fonts", onPage), false);
  assert.equal(concerns({ n: 8, type: "post" }, "fonts", onPage), false);
  assert.equal(concerns({ n: 7, type: "post", talks: ["fonts"] }, "fonts", onPage), false);
});

test("retractions and revisions belong to a page that has what they are about", () => {
  assert.equal(concerns({ n: 9, type: "retract", target: 7 }, "fonts", onPage), true);
  assert.equal(concerns({ n: 9, type: "revise", target: 7 }, "fonts", onPage), true);
  assert.equal(concerns({ n: 9, type: "retract", target: 6 }, "fonts", onPage), false);
  assert.equal(concerns({ n: 9, type: "gone" }, "fonts", onPage), false);
});
