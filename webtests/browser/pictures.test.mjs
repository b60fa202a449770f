import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { numbersOn, openBrowser, openPage, picture, says } from "../testkit/browser.mjs";
import { startNode } from "../testkit/node.mjs";

const TEXTS = [
  "“A grid is a promise you make to the reader.” Writing that on my wall.",
  "Three lines of CSS, and the whole layout holds. The room just went quiet.",
  "Lunch 🥙",
  "Wait, did she just delete the framework on stage?",
  "What I take home from this morning:\n\n1. Content has a shape before it has a style.\n2. Ship the boring version first.",
  "グリッドは約束です。いい言葉。",
  "هذه أفضل محاضرة في المؤتمر حتى الآن",
];

const ADA = { name: "Ada Lovelace", handle: "ada" };
const SAME = "Engines weave algebraical patterns, just as looms weave flowers and leaves.";

/** What only some posts have. */
const RARITIES = [
  { id: "grid", text: "A grid is a promise you make to the reader." },
  { id: "r1", repostOf: "grid", author: ADA },
  { id: "r2", repostOf: "grid", author: { name: "Bo" } },
  { id: "r3", repostOf: "grid", author: { name: "ليلى حداد" } },
  { text: SAME, author: ADA },
  { source: "mastodon", text: `${SAME} #aea`, author: ADA },
  { source: "bluesky", text: `${SAME} #looms`, author: ADA },
  { source: "mastodon", text: "He dies at the end.", warning: "Spoilers for the evening’s film" },
  {
    source: "mastodon",
    text: "Good morning :sun: everybody",
    emoji: [{ start: 13, end: 18, url: "https://photos.example/7.svg" }],
    version: "2",
    replyTo: "https://one.example/@ed/1",
  },
  { source: "feeds", text: "My notes from the workshop, all of them. ".repeat(40), postedAt: "2010-05-24T14:03:11Z" },
  { source: "flickr", text: "The stage", media: [{ kind: "photo", url: "https://photos.example/3.svg", width: 1600, height: 900, alt: "A stage" }] },
  { source: "bluesky", text: "Listen to this", media: [{ kind: "video", url: "https://photos.example/talk.mp3", alt: "The talk" }] },
];

let node;
let browser;
before(async () => {
  [node, browser] = await Promise.all([startNode(), openBrowser()]);
  await node.post(60, (i) => ({
    text: TEXTS[i % TEXTS.length],
    media: i % 6 === 3 ? [{ kind: "photo", url: `https://photos.example/${i}.svg`, width: 1600, height: 900, alt: "The stage" }] : [],
  }));
  await node.post(RARITIES.length, (i) => RARITIES[i]);
});
after(async () => {
  await browser?.close();
  await node?.stop();
});

const LOOKS = {
  desktop: { viewport: { width: 1280, height: 1000 } },
  dark: { viewport: { width: 1280, height: 1000 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

for (const [name, look] of Object.entries(LOOKS)) {
  test(`a picture is kept of the page: ${name}`, async () => {
    const page = await withPhotos(await openPage(browser, "about:blank", look), node.path);
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(isWide, false, "the page scrolls sideways");
    assert.equal((await numbersOn(page)).length, 50);
    await picture(page, name);
    await page.evaluate(() => scrollTo(0, 900));
    await picture(page, `${name}-below`);
    for (const line of await page.locator(".folded-line:visible").all()) await line.click();
    await page.locator(".card-more:visible").first().click();
    await picture(page, `${name}-unfolded`);
    await page.context().close();
  });
}

test("a picture is kept of the wall, on which nothing scrolls", async () => {
  const look = { viewport: { width: 1920, height: 1080 } };
  const page = await withPhotos(await openPage(browser, "about:blank", look), `${node.path}/wall`);
  const { height } = await page.evaluate(() => ({ height: document.documentElement.scrollHeight }));
  assert.equal(height, 1080);
  const covered = await page.$$eval(".card", (cards) =>
    cards.filter((card) => {
      const photos = card.querySelector(".media")?.getBoundingClientRect();
      return photos && photos.bottom > card.querySelector(".card-spine").getBoundingClientRect().top;
    }).length);
  assert.equal(covered, 0, "photos cover the time");
  await picture(page, "wall");
  await page.context().close();
});

/** Opens a page of the node; its photos are drawn here, as no other host is reached. */
async function withPhotos(page, path) {
  await page.route("https://photos.example/**", (route) => {
    const hue = (Number(/(\d+)\.svg/.exec(route.request().url())?.[1] ?? 0) * 47) % 360;
    return route.fulfill({ contentType: "image/svg+xml", body: drawing(hue) });
  });
  await page.goto(node.url + path);
  await says(page, "live");
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight));
  return page;
}

const drawing = (hue) => `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 160 90">
<rect width="160" height="90" fill="hsl(${hue} 40% 25%)"/><circle cx="110" cy="34" r="16" fill="hsl(${hue + 40} 80% 80%)"/>
<path d="M0 70q40-20 80-5t80-9v34H0z" fill="hsl(${hue} 45% 12%)"/></svg>`;
