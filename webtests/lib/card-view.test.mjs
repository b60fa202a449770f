import assert from "node:assert/strict";
import test from "node:test";
import { cardView, initials } from "../../webroot/js/lib/card-view.js";

const now = new Date("2026-05-24T14:30:00Z");
const post = (more) => ({
  n: 7,
  type: "post",
  source: "x",
  id: "70",
  url: "https://x.com/mara/status/70",
  author: { name: "Mara Lindqvist", handle: "mara" },
  text: "Hello",
  postedAt: "2026-05-24T14:03:11Z",
  ...more,
});
const view = (more) => cardView(post(more), "UTC", now);

test("a post shows its author, text, time and source", () => {
  const card = view();
  assert.equal(card.n, 7);
  assert.equal(card.source, "X");
  assert.equal(card.author.name, "Mara Lindqvist");
  assert.equal(card.author.initials, "ML");
  assert.equal(card.text[0].text, "Hello");
  assert.equal(card.label, "14:03");
  assert.equal(card.reposter, null);
  assert.equal(card.quote, null);
});

test("a repost shows the original below the name of who passed it on", () => {
  const original = { id: "5", author: { name: "Ed" }, text: "First", url: "https://x.com/ed/status/5" };
  const card = view({ repostOf: "5", original });
  assert.equal(card.reposter.name, "Mara Lindqvist");
  assert.equal(card.author.name, "Ed");
  assert.equal(card.text[0].text, "First");
  assert.equal(card.url, original.url);
  assert.equal(card.quote, null);
});

test("a repost whose original did not come along still shows its text", () => {
  const card = view({ repostOf: "5", text: "First" });
  assert.equal(card.reposter.name, "Mara Lindqvist");
  assert.equal(card.text[0].text, "First");
});

test("a quote holds the post it comments on", () => {
  const card = view({ quoteOf: "5", original: { id: "5", author: { name: "Ed" }, text: "First" } });
  assert.equal(card.reposter, null);
  assert.equal(card.text[0].text, "Hello");
  assert.equal(card.quote.author.name, "Ed");
  assert.equal(card.quote.text[0].text, "First");
});

test("a reply on X leads to the post it answers, elsewhere it only says so", () => {
  assert.equal(view({ replyTo: "12" }).replyUrl, "https://x.com/i/status/12");
  assert.equal(view({ replyTo: "12", source: "mastodon" }).replyUrl, null);
  assert.equal(view({ replyTo: "12/../evil" }).replyUrl, null);
  assert.equal(view({ replyTo: "12", source: "mastodon" }).isReply, true);
});

test("a revision stands at the number it replaces and says that it is one", () => {
  const card = cardView({ ...post(), type: "revise", n: 9, target: 7 }, "UTC", now);
  assert.equal(card.n, 7);
  assert.equal(card.isEdited, true);
});

test("addresses that are no web addresses never reach the card", () => {
  const card = view({
    url: "javascript:alert(1)",
    author: { name: "Eve", url: "javascript:alert(2)", avatar: "data:image/svg+xml,x" },
    media: [{ kind: "photo", url: "javascript:alert(3)" }],
  });
  assert.equal(card.url, null);
  assert.equal(card.author.url, null);
  assert.equal(card.author.avatar, null);
  assert.deepEqual(card.media, []);
});

test("space is reserved only when both sides are known", () => {
  const sizes = (more) => {
    const [{ width, height }] = view({ media: [{ kind: "photo", url: "https://p/1", ...more }] }).media;
    return [width, height];
  };
  assert.deepEqual(sizes({ width: 800, height: 600 }), [800, 600]);
  assert.deepEqual(sizes({ width: 800 }), [null, null]);
  assert.deepEqual(sizes({ width: 800, height: 0 }), [null, null]);
});

test("a gif that is a film plays, one that is a picture is a photo", () => {
  const type = (url) => view({ media: [{ kind: "gif", url }] }).media[0].type;
  assert.equal(type("https://p/1.mp4"), "gif");
  assert.equal(type("https://p/1.gif?name=small"), "photo");
});

test("a photo without description says so", () => {
  assert.equal(view({ media: [{ kind: "photo", url: "https://p/1", alt: " " }] }).media[0].alt,
    "Photo without description");
});

test("codes that name no language are left out", () => {
  assert.equal(view({ lang: "de" }).lang, "de");
  for (const none of ["und", "zxx", "qme", "not a tag", undefined]) {
    assert.equal(view({ lang: none }).lang, null);
  }
});

test("initials are letters, whatever else a name is decorated with", () => {
  assert.equal(initials("🌱 Priya Raman 🎤"), "PR");
  assert.equal(initials("ed"), "E");
  assert.equal(initials("Jean-Luc de la Tour"), "JT");
  assert.equal(initials("𝒜da"), "𝒜");
  assert.equal(initials("🎉"), "·");
});
