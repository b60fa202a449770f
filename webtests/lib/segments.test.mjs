import assert from "node:assert/strict";
import test from "node:test";
import { segments } from "../../webroot/js/lib/segments.js";

const texts = (runs) => runs.map(({ text }) => text);
const link = (start, end, url = "https://example.org/") => ({ start, end, url, kind: "link" });

test("a text without links is one run", () => {
  assert.deepEqual(segments("hello"), [{ text: "hello", url: null, kind: null }]);
});

test("no text gives no run", () => {
  assert.deepEqual(segments(""), []);
});

test("offsets count UTF-16 units, so that an emoji before a link does not shift it", () => {
  const runs = segments("🌱 see #aea now", [link(7, 11)]);
  assert.deepEqual(texts(runs), ["🌱 see ", "#aea", " now"]);
  assert.equal(runs[1].url, "https://example.org/");
});

test("links side by side leave no empty run between them", () => {
  assert.deepEqual(texts(segments("ab", [link(0, 1), link(1, 2)])), ["a", "b"]);
});

test("a link that overlaps the one before stays plain", () => {
  assert.deepEqual(texts(segments("abcdef", [link(0, 3), link(2, 5)])), ["abc", "def"]);
});

test("a link that leaves the text, or ends where it starts, stays plain", () => {
  for (const wrong of [link(2, 9), link(-1, 2), link(1, 1), link(3, 2)]) {
    assert.deepEqual(texts(segments("abc", [wrong])), ["abc"]);
  }
});

test("only web addresses become links", () => {
  const hostile = ["javascript:alert(1)", "JAVASCRIPT:alert(1)", " https://x", "data:text/html,x", undefined];
  for (const url of hostile) {
    assert.deepEqual(texts(segments("abc", [{ start: 0, end: 2, url }])), ["abc"]);
  }
  assert.deepEqual(texts(segments("abc", [link(0, 2, "HTTPS://x")])), ["ab", "c"]);
});
