import assert from "node:assert/strict";
import test from "node:test";
import { cardView, foldedView, initials } from "../../webroot/js/lib/card-view.js";

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
  assert.equal(card.isRepost, false);
  assert.equal(card.quote, null);
});

test("a repost shows the original below the name of who passed it on", () => {
  const original = { id: "5", author: { name: "Ed" }, text: "First", url: "https://x.com/ed/status/5" };
  const card = view({ repostOf: "5", original });
  assert.equal(card.isRepost, true);
  assert.equal(card.author.name, "Ed");
  assert.equal(card.text[0].text, "First");
  assert.equal(card.url, original.url);
  assert.equal(card.quote, null);
});

test("a repost whose original did not come along still shows its text", () => {
  const card = view({ repostOf: "5", text: "First" });
  assert.equal(card.isRepost, true);
  assert.equal(card.text[0].text, "First");
});

test("a quote holds the post it comments on", () => {
  const card = view({ quoteOf: "5", original: { id: "5", author: { name: "Ed" }, text: "First" } });
  assert.equal(card.isRepost, false);
  assert.equal(card.text[0].text, "Hello");
  assert.equal(card.quote.author.name, "Ed");
  assert.equal(card.quote.text[0].text, "First");
});

test("a reply leads to the post it answers where its id is an address", () => {
  assert.equal(view({ replyTo: "12" }).replyUrl, "https://x.com/i/status/12");
  assert.equal(view({ replyTo: "12", source: "mastodon" }).replyUrl, null);
  assert.equal(view({ replyTo: "12/../evil" }).replyUrl, null);
  assert.equal(view({ replyTo: "12", source: "mastodon" }).isReply, true);
  const uri = "https://one.example/@ed/12";
  assert.equal(view({ replyTo: uri, source: "mastodon" }).replyUrl, uri);
  const at = (rest) => view({ replyTo: `at://did:plc:abc/${rest}`, source: "bluesky" }).replyUrl;
  assert.equal(at("app.bsky.feed.post/3k"), "https://bsky.app/profile/did:plc:abc/post/3k");
  assert.equal(at("../x"), null);
});

test("a warning stands before the content, and a film below it has no picture", () => {
  const film = { kind: "video", url: "https://p/v.mp4", thumbnail: "https://p/still" };
  const card = view({ warning: "Spoilers", media: [film] });
  assert.equal(card.warning, "Spoilers");
  assert.equal(card.media[0].still, null);
  assert.equal(view({ warning: " " }).warning, null);
});

test("pictures stand in place of parts of the text", () => {
  const emoji = [{ start: 3, end: 8, url: "https://p/cat.png" }, { start: 9, end: 11, url: "data:x" }];
  assert.deepEqual(view({ text: "Hi :cat: :d", emoji }).text.map(({ text, kind }) => [text, kind]), [
    ["Hi ", null],
    [":cat:", "emoji"],
    [" :d", null],
  ]);
});

test("a post that its network says was changed is marked", () => {
  assert.equal(view({ edited: true }).isEdited, true);
  assert.equal(view().isEdited, false);
});

test("a text of many lines or words is long", () => {
  assert.equal(view({ text: "line\n".repeat(12) }).isLong, true);
  assert.equal(view({ text: "word ".repeat(180) }).isLong, false);
  assert.equal(view({ text: "word ".repeat(181) }).isLong, true);
});

test("a post that is folded into another tells what it said, unless a warning covers it", () => {
  assert.equal(foldedView(post(), "UTC", now).text, "Hello");
  assert.equal(foldedView(post({ warning: "Spoilers" }), "UTC", now).text, null);
  assert.equal(foldedView(post({ repostOf: "5" }), "UTC", now).text, null);
  assert.equal(foldedView(post({ type: "revise", n: 9, target: 7 }), "UTC", now).n, 7);
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
  const sound = view({ media: [{ kind: "video", url: "https://p/talk.MP3" }] }).media[0];
  assert.equal(sound.type, "audio");
  assert.equal(sound.alt, "Recording without description");
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
