import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { fold } from "../../webroot/js/lib/folding.js";
import { likenessOf } from "../../webroot/js/lib/likeness.js";

const USUAL = { source: "x", author: { name: "Ada", handle: "ada" }, postedAt: "2026-05-24T12:00:00Z" };
const cases = JSON.parse(await readFile(new URL("../cases/folding.json", import.meta.url), "utf8"));

for (const { name, posts, cards } of cases) {
  test(name, () => {
    const likenesses = posts.map((post) => [post.n, likenessOf({ ...USUAL, id: `p${post.n}`, ...post })]);
    const expected = cards.map(({ n, reposts = [], also = [] }) => ({ lead: n, reposts, also }));
    assert.deepEqual(fold(likenesses), expected);
  });
}

test("a likeness is written as the server writes it", () => {
  const likeness = likenessOf({ ...USUAL, id: "1", text: "Engines weave patterns, as looms do" });
  assert.equal(
    JSON.stringify(likeness),
    '{"id":"x:1","person":"ada","words":"30.ee196b0a","at":1779624000000}',
  );
});
