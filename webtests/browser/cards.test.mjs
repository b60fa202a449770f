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
  warning: {
    text: "The end of the film, told in full",
    warning: "Spoilers & <b>more</b>",
    media: [
      { kind: "photo", url: PHOTO, width: 4, height: 3, alt: "The end" },
      { kind: "video", url: "https://photos.example/v.mp4", thumbnail: PHOTO, alt: "A dog" },
    ],
  },
  "a quote below a warning": {
    text: "Look",
    warning: "Eyes",
    quoteOf: "2",
    original: { id: "2", author, text: "Quoted", media: [{ kind: "video", url: "https://photos.example/v.mp4", thumbnail: PHOTO }] },
  },
  "picture letters": {
    source: "mastodon",
    text: "Hi :cat: see #aea :not_a_picture:",
    emoji: [{ start: 3, end: 8, url: "https://photos.example/cat.png" }, { start: 18, end: 33, url: "https://photos.example/dog.png" }],
    links: [{ start: 13, end: 17, url: "https://one.example/tags/aea", kind: "tag" }],
  },
  recording: { text: "Listen", media: [{ kind: "video", url: "https://photos.example/talk.mp3", alt: "The talk" }] },
  "many lines": { text: "line\n".repeat(14) },
  "many words": { text: "word ".repeat(200) },
  edited: { text: "Changed by its author", edited: true },
  "reply on Mastodon": { source: "mastodon", text: "Yes", replyTo: "https://one.example/@ed/12" },
  "reply on Bluesky": { source: "bluesky", text: "Yes", replyTo: "at://did:plc:abc/app.bsky.feed.post/3k" },
  "another year": { text: "Long ago", postedAt: "2010-05-24T14:03:11Z" },
  "two networks": { text: "The same words on two networks, to the letter", author },
  "two networks, again": { source: "bluesky", text: "The same words on two networks, to the letter #aea", author },
  "two networks, passed on": { source: "bluesky", repostOf: "2nd", author: { name: "ليلى" } },
  "a post of which only reposts are here": { repostOf: "gone", text: "Gone", author: { name: "Bo" } },
  "a post of which only reposts are here, again": { repostOf: "gone", text: "Gone", author: { name: "Cy" } },
  "a post of which only reposts are here, once more": { repostOf: "gone", text: "Gone", author: { name: "Di" } },
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
      for (const time of card.querySelectorAll(".card-time")) {
        time.removeAttribute("title");
        time.textContent = "";
      }
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
  assert.deepEqual(Object.keys(live), Object.keys(served));
  for (const [i, kind] of Object.keys(KINDS).entries()) {
    if (!live[numbers[i]]) continue; // within the card of another one
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

test("what stands below a warning is loaded only when it is opened", async () => {
  page = await openPage(browser, node.url + node.path);
  const asked = [];
  await page.route("https://photos.example/**", (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith("/covered")) asked.push(pathname);
    return route.fulfill({ contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  });
  await says(page, "live");
  const media = [
    { kind: "photo", url: "https://photos.example/covered.jpg", width: 4, height: 3, alt: "The end" },
    { kind: "video", url: "https://photos.example/covered.mp4", thumbnail: "https://photos.example/covered.png" },
  ];
  const [n] = await node.post(1, () => ({ ...KINDS.warning, media }));
  await shows(page, n);
  const card = page.locator(`#u${n}`);
  assert.equal(await card.getByText("told in full").isVisible(), false);
  for (const look of ["live", "fresh"]) {
    await page.waitForTimeout(300); // what must not happen has no event to wait for
    assert.deepEqual(asked, [], look);
    await page.reload();
    await says(page, "live");
  }
  await card.getByText("Spoilers & <b>more</b>").click();
  await card.getByText("told in full").waitFor();
  await page.waitForFunction((id) => document.querySelector(`#u${id} .media-photo`).complete, n);
  assert.deepEqual(asked, ["/covered.jpg"]);
});

test("a long text is cut off with a button that shows the rest, and by the keyboard too", async () => {
  const links = [{ start: 2_000, end: 2_004, url: "https://example.org/", kind: "link" }];
  page = await openPage(browser, node.url + node.path);
  await says(page, "live");
  const [n] = await node.post(1, () => ({ text: "word ".repeat(500), links }));
  await shows(page, n);
  const card = page.locator(`#u${n}`);
  // Browsers lay out in parts of a pixel.
  const height = async () => Math.round((await card.locator(".card-text").boundingBox()).height);
  const short = await height();
  await card.getByRole("button", { name: "Show all of it" }).click();
  assert.ok((await height()) > short * 2);
  await card.getByRole("button", { name: "Show less" }).click();
  assert.equal(await height(), short);
  await card.locator(".link").focus();
  assert.ok((await height()) > short * 2);
  await page.context().close();
  page = await openPage(browser, node.url + node.path, { javaScriptEnabled: false });
  const served = await page.locator(`#u${n} .card-text`).boundingBox();
  assert.ok(served.height > short * 2);
  assert.equal(await page.locator(`#u${n}`).getByRole("button").count(), 0);
});

test("the wall leaves out what carries a warning", async () => {
  await node.post(7);
  page = await openPage(browser, `${node.url}${node.path}/wall`);
  await says(page, "live");
  const [covered, open] = await node.post(2, (i) => (i === 0 ? KINDS.warning : {}));
  await shows(page, open);
  assert.equal(await page.locator(`#u${covered}`).count(), 0);
  await page.reload();
  await shows(page, open);
  assert.equal(await page.locator(`#u${covered}`).count(), 0);
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
