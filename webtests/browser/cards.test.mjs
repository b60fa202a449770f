import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { openBrowser, openPage, says, shows } from "../testkit/browser.mjs";
import { startNode } from "../testkit/node.mjs";

const PHOTO = "https://photos.example/a.jpg";
const author = { name: "Ed", handle: "ed", url: "https://x.com/ed", avatar: "https://photos.example/ed.png" };

/** One post of every kind that cards know. */
const KINDS = {
  plain: { text: "A plain post" },
  "links after an emoji": {
    text: "🌱 see example.org and #aea @ed",
    links: [
      { start: 7, end: 18, url: "https://example.org/a?b=1&c=2", kind: "link" },
      { start: 23, end: 27, url: "https://x.com/hashtag/aea", kind: "tag" },
      { start: 28, end: 31, url: "https://x.com/ed", kind: "mention" },
    ],
  },
  "lines and spaces": { text: "one\n\n  two   three\n" },
  "right to left": { text: "هذه أفضل محاضرة", lang: "ar", author: { name: "ليلى حداد" } },
  hostile: {
    text: '<img src=x onerror="document.title=1"> </p></article><script>1</script> {{ 7 * 7 }}',
    author: { name: '<b>Eve</b> "quoted"', handle: '"><script>1</script>' },
    media: [{ kind: "photo", url: `${PHOTO}?"onload="alert(1)`, alt: '"><script>1</script>' }],
  },
  repost: {
    text: "First said by Ed",
    repostOf: "1",
    original: { id: "1", url: "https://x.com/ed/status/1", author, text: "First said by Ed" },
  },
  quote: {
    text: "Look at this",
    quoteOf: "2",
    original: { id: "2", author, text: "Quoted text", media: [{ kind: "photo", url: PHOTO, width: 4, height: 3 }] },
  },
  reply: { text: "Yes", replyTo: "12345" },
  "photo without size or text": { text: "", media: [{ kind: "photo", url: PHOTO }] },
  "three photos": {
    text: "Three",
    media: [1, 2, 3].map((i) => ({
      kind: "photo", url: `${PHOTO}?${i}`, thumbnail: `${PHOTO}?small${i}`, width: 1600, height: 900, alt: `Photo "${i}"`,
    })),
  },
  video: {
    text: "Moving",
    media: [
      { kind: "video", url: "https://photos.example/v.mp4", thumbnail: PHOTO, width: 16, height: 9, alt: "A dog" },
      { kind: "gif", url: "https://photos.example/g.mp4" },
    ],
  },
  "another day": { text: "Yesterday", postedAt: "2026-01-02T03:04:05Z", url: "https://x.com/ed/status/9" },
  "other network": { text: "From elsewhere", source: "mastodon", lang: "und" },
};

let node;
let browser;
let page;
before(async () => {
  [node, browser] = await Promise.all([startNode(), openBrowser()]);
});
afterEach(() => page?.context().close());
after(async () => {
  await browser?.close();
  await node?.stop();
});

const postAll = () => node.post(Object.keys(KINDS).length, (i) => Object.values(KINDS)[i]);

/** Each card's markup, without what time does to it, and without the spaces between elements. */
const markup = (opened) =>
  opened.$$eval(".card", (cards) =>
    Object.fromEntries(cards.map((card) => {
      const time = card.querySelector(".card-time");
      time.removeAttribute("title");
      time.textContent = "";
      return [card.dataset.n, card.outerHTML.replace(/>\s+</g, "><").replace(/\s+<\/(p|div|article)>/g, "</$1>")];
    })));

test("browsers make the same card of an update as the server", async () => {
  page = await openPage(browser, node.url + node.path);
  await page.route("https://photos.example/**", (route) => route.abort());
  await says(page, "live");
  const numbers = await postAll();
  await shows(page, numbers.at(-1));
  const live = await markup(page);
  const fresh = await openPage(browser, node.url + node.path, { javaScriptEnabled: true });
  await fresh.route("**/*.js", (route) => route.abort());
  await fresh.reload();
  const served = await markup(fresh);
  await fresh.context().close();
  for (const [i, kind] of Object.keys(KINDS).entries()) {
    const ours = live[numbers[i]].replace(/<img class="avatar-image"[^>]*>/g, "");
    const theirs = served[numbers[i]].replace(/<img class="avatar-image"[^>]*>/g, "");
    assert.equal(ours, theirs, kind);
  }
});

test("the time on a card is the same from server and browser", async () => {
  const [n] = await node.post(1, () => KINDS["another day"]);
  page = await openPage(browser, node.url + node.path, { javaScriptEnabled: false });
  const served = await page.locator(`#u${n} time`).textContent();
  await page.context().close();
  page = await openPage(browser, node.url + node.path);
  await says(page, "live");
  await page.waitForSelector(`#u${n} time[title]`);
  assert.equal(await page.locator(`#u${n} time`).textContent(), served);
  assert.equal(served, "1 Jan, 19:04");
});

test("what a stranger writes stays text", async () => {
  page = await openPage(browser, node.url + node.path);
  await says(page, "live");
  const [n] = await node.post(1, () => KINDS.hostile);
  await shows(page, n);
  const card = page.locator(`#u${n}`);
  assert.equal(await card.locator(".card-text").textContent(), KINDS.hostile.text);
  assert.equal(await card.locator("script, b, .card-text *").count(), 0);
  assert.equal(await card.locator("[onload], [onerror]").count(), 0);
  await page.reload();
  assert.equal(await card.locator(".card-text").textContent(), KINDS.hostile.text);
  assert.equal(await card.locator("script, b, .card-text *").count(), 0);
  assert.deepEqual(page.complaints.filter((said) => !said.includes("ERR_")), []);
});

test("the space of a photo is there before the photo", async () => {
  page = await openPage(browser, node.url + node.path);
  await page.route("https://photos.example/**", () => {}); // never answers
  await says(page, "live");
  const size = { kind: "photo", url: PHOTO, width: 1600, height: 800 };
  const [n] = await node.post(1, () => ({ media: [size] }));
  await shows(page, n);
  const box = await page.locator(`#u${n} .media-photo`).boundingBox();
  assert.ok(Math.abs(box.width / box.height - 2) < 0.02, JSON.stringify(box));
});

test("an avatar that cannot be loaded gives way to initials", async () => {
  page = await openPage(browser, node.url + node.path);
  await page.route("https://photos.example/**", (route) => route.fulfill({ status: 404 }));
  await says(page, "live");
  const [n] = await node.post(1, () => ({ author }));
  await shows(page, n);
  await page.waitForFunction((id) => !document.querySelector(`#u${id} .avatar-image`), n);
  assert.equal(await page.locator(`#u${n} .avatar-initials`).textContent(), "E");
});

test("the wall shows six posts, and a new one takes the place of the oldest", async () => {
  await node.post(6);
  page = await openPage(browser, `${node.url}${node.path}/wall`);
  await says(page, "live");
  const head = await node.head();
  const numbers = () => page.$$eval(".card", (cards) => cards.map((card) => Number(card.dataset.n)));
  assert.deepEqual((await numbers()).sort((a, b) => b - a), [0, 1, 2, 3, 4, 5].map((i) => head - i));
  const [n] = await node.post(1);
  const before = await numbers();
  await shows(page, n);
  assert.deepEqual(await numbers(), before.map((shown) => (shown === head - 5 ? n : shown)));
});
