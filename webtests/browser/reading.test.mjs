import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { numbersOn, openBrowser, openPage, says, shows } from "../testkit/browser.mjs";
import { startNode } from "../testkit/node.mjs";

let node;
let browser;
let page;
before(async () => {
  [node, browser] = await Promise.all([startNode(), openBrowser()]);
  await node.post(60);
});
after(async () => {
  await browser?.close();
  await node?.stop();
});
beforeEach(async () => {
  page = await openPage(browser, node.url + node.path);
  await says(page, "live");
});
afterEach(() => page.context().close());

const bar = () => page.locator("new-posts button");
const topOf = (n) => page.$eval(`#u${n}`, (card) => card.getBoundingClientRect().top);
const scrollTo = (y) => page.evaluate((top) => scrollTo({ top, behavior: "instant" }), y);
const barSays = (words) => page.getByRole("button", { name: words, exact: true }).waitFor();

/** Number of the first card that can be seen. */
const inSight = () =>
  page.$$eval(".card", (cards) => {
    const card = cards.find((candidate) => candidate.getBoundingClientRect().top > 100);
    return Number(card.dataset.n);
  });

test("a reader at the top sees new posts come in there", async () => {
  const [n] = await node.post(1);
  await shows(page, n);
  assert.equal((await numbersOn(page))[0], n);
  assert.equal(await bar().isVisible(), false);
});

test("while somebody reads further down, new posts wait and are counted, and nothing moves", async () => {
  await scrollTo(1_500);
  const reading = await inSight();
  const before = await topOf(reading);
  await node.post(1);
  await barSays("1 new post");
  await node.post(11);
  await barSays("12 new posts");
  assert.equal(await topOf(reading), before);
  assert.equal((await numbersOn(page)).length, 50);
});

test("the bar leads to the newest, and is gone", async () => {
  await scrollTo(1_500);
  const numbers = await node.post(3);
  await barSays("3 new posts");
  await bar().click();
  await shows(page, numbers.at(-1));
  assert.deepEqual((await numbersOn(page)).slice(0, 3), [...numbers].reverse());
  assert.equal(await page.evaluate(() => scrollY), 0);
  assert.equal(await bar().isVisible(), false);
});

test("whoever scrolls back to the top finds what waited above, and stays where he was", async () => {
  await scrollTo(1_500);
  const numbers = await node.post(5);
  await barSays("5 new posts");
  const first = (await numbersOn(page))[0];
  await scrollTo(0);
  await shows(page, numbers.at(-1));
  const top = await topOf(first);
  assert.ok(top > 0 && top < 900, `the first card is at ${top}`);
  assert.ok((await page.evaluate(() => scrollY)) > 100);
  await barSays("5 new posts");
  await scrollTo(0);
  await bar().waitFor({ state: "hidden" });
});

test("what changes above the reader's place moves nothing", async () => {
  await scrollTo(2_500);
  const reading = await inSight();
  const before = await topOf(reading);
  await page.evaluate(() => {
    const feed = document.querySelector("live-feed");
    const stage = document.querySelector("on-stage");
    return import(document.querySelector("script[type=module]").src.replace("live.js", "keep-in-place.js"))
      .then(({ keepInPlace }) => keepInPlace(() => (feed.firstElementChild.remove(), stage.remove())));
  });
  assert.ok(Math.abs((await topOf(reading)) - before) < 1);
});

test("a text that is being selected does not move", async () => {
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector(".card-text")));
  await node.post(2);
  await barSays("2 new posts");
});

test("j and k move from post to post, n goes to the newest", async () => {
  const focused = () => page.evaluate(() => Number(document.activeElement.dataset.n));
  const [first, second, third] = await numbersOn(page);
  await page.keyboard.press("j");
  assert.equal(await focused(), first);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await focused(), third);
  await page.keyboard.press("k");
  assert.equal(await focused(), second);
  const [n] = await node.post(1);
  await barSays("1 new post");
  await page.keyboard.press("n");
  assert.equal((await numbersOn(page))[0], n);
  assert.equal(await page.evaluate(() => scrollY), 0);
});

test("the first thing the keyboard reaches leads past the header", async () => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the posts");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "posts");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "MAIN");
});

test("a burst leaves the page smooth, and no more than five hundred cards on it", async () => {
  await page.evaluate(() => {
    window.frames = [];
    const frame = (now) => {
      window.frames.push(now);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  for (let tenth = 0; tenth < 30; tenth += 1) {
    await Promise.all([node.post(20), new Promise((done) => setTimeout(done, 100))]);
  }
  const head = await node.head();
  await shows(page, head);
  const shown = await numbersOn(page);
  assert.deepEqual(shown, Array.from({ length: 500 }, (_, i) => head - i));
  assert.match(await page.locator(".older").getAttribute("href"), new RegExp(`before=${shown.at(-1)}$`));
  const median = await page.evaluate(() => {
    const times = window.frames.slice(1).map((at, i) => at - window.frames[i]);
    return times.sort((a, b) => a - b)[times.length >> 1];
  });
  assert.ok(median < 100, `half of the frames took ${median} ms or more`);
});

test("more than can be shown may wait, and the bar counts them all", async () => {
  await scrollTo(1_500);
  await node.post(700);
  await barSays("700 new posts");
  await bar().click();
  const head = await node.head();
  assert.deepEqual(await numbersOn(page), Array.from({ length: 500 }, (_, i) => head - i));
});

test("those who want no motion get none", async () => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const [n] = await node.post(1);
  await shows(page, n);
  const moving = await page.evaluate(() => document.getAnimations().length);
  assert.equal(moving, 0);
});
