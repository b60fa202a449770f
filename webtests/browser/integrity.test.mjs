import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { openBrowser, openPage, picture, says } from "../testkit/browser.mjs";
import { startNode } from "../testkit/node.mjs";

let node;
let browser;
let page;
before(async () => {
  [node, browser] = await Promise.all([startNode(), openBrowser()]);
  await node.post(20);
});
afterEach(() => page?.context().close());
after(async () => {
  await browser?.close();
  await node?.stop();
});

const now = Date.now();
const ago = (minutes) => new Date(now - minutes * 60_000).toISOString();
const interval = (from, to, kind, more = {}) => ({ from: ago(from), to: ago(to), kind, ...more });
const source = (name, state, intervals, more = {}) => ({
  source: name, state, since: ago(200), lastPost: ago(3), lastSign: ago(0), intervals, ...more,
});
const WHOLE = [interval(240, 0, "complete")];

/** What a conference with some trouble looks like. */
const TROUBLED = {
  event: "aea2026",
  at: ago(0),
  from: ago(240),
  to: ago(0),
  level: "gaps",
  line: "Complete since 09:00 · Flickr unknown 12:10–12:20 · Mastodon 11:03–11:05 filled later, 14 posts",
  sources: [
    source("bluesky", "streaming", WHOLE),
    source("feeds", "polling", WHOLE, { part: "blog.example" }),
    source("flickr", "degraded", [
      interval(240, 50, "complete"),
      interval(50, 40, "unknown", { reason: "no answer" }),
      interval(40, 0, "complete"),
    ], { remark: "503, asking again in 2 minutes" }),
    source("mastodon", "streaming", [
      interval(240, 117, "complete"),
      interval(117, 115, "backfilled", { posts: 14, reason: "the connection was cut" }),
      interval(115, 0, "complete"),
    ], { part: "one.example" }),
    source("x", "streaming", WHOLE, { spending: { perDay: 5_000, read: 1_234, projected: 3_400 } }),
  ],
};
const WELL = {
  ...TROUBLED,
  level: "complete",
  line: "Complete since 09:00",
  sources: TROUBLED.sources.map((told) => ({ ...told, state: "streaming", remark: undefined, intervals: WHOLE })),
};

/** A page to which coverage is told as `answer.now` says: a body, or a status. */
async function open(answer, options = {}, path = "") {
  page = await openPage(browser, "about:blank", options);
  await page.route("**/coverage", (route) =>
    typeof answer.now === "number"
      ? route.fulfill({ status: answer.now })
      : route.fulfill({ json: answer.now }));
  await page.clock.install();
  await page.goto(node.url + node.path + path);
}

const words = () => page.locator(".state-words").textContent();

test("one line says how complete the feed is, and all is well is said as well", async () => {
  await open({ now: WELL });
  await says(page, "live");
  await page.getByText("Complete since 09:00").waitFor();
  assert.equal(await page.locator("integrity-strip").getAttribute("data-level"), "complete");
  assert.equal(await words(), "Live");
});

test("a network in trouble is named, and the page is not simply live", async () => {
  await open({ now: TROUBLED });
  await says(page, "partly");
  assert.equal(await words(), "Live, Flickr in trouble");
  assert.equal(await page.locator("integrity-strip").getAttribute("data-level"), "gaps");
});

test("unfolded, each network tells its times", async () => {
  await open({ now: TROUBLED });
  await page.getByText("Flickr unknown 12:10").waitFor();
  await page.locator(".integrity-line").focus();
  await page.keyboard.press("Enter");
  const flickr = page.locator(".integrity-source").filter({ hasText: "Flickr" });
  assert.match(await flickr.locator(".integrity-state").textContent(), /^in trouble since/);
  assert.match(await flickr.locator(".integrity-times").textContent(), /unknown: no answer/);
  assert.equal(await flickr.locator('.bar[data-kind="unknown"]').count(), 1);
  await page.getByText("1,234 of 5,000 posts read today").waitFor();
  assert.deepEqual(page.complaints, []);
});

test("while what is stored cannot be read, the page says that posts are held up, and then that it is live", async () => {
  const answer = { now: WELL };
  await open(answer);
  await says(page, "live");
  answer.now = { ...WELL, problem: "the store does not answer" };
  await page.clock.fastForward(13_000);
  await says(page, "delayed");
  assert.equal(await words(), "New posts held up");
  answer.now = WELL;
  await page.clock.fastForward(13_000);
  await says(page, "live");
});

test("where nothing can be told, nothing is claimed", async () => {
  const answer = { now: 503 };
  await open(answer);
  await says(page, "live");
  await page.clock.fastForward(13_000);
  await says(page, "unchecked");
  assert.equal(await words(), "Connected");
  assert.equal(await page.locator("integrity-strip").getAttribute("data-level"), "unclear");
});

test("the wall does not say live either while something is wrong", async () => {
  await open({ now: TROUBLED }, {}, "/wall");
  await says(page, "partly");
});

test("an event without networks has nothing to say", async () => {
  page = await openPage(browser, node.url + node.path);
  await says(page, "live");
  assert.equal(await page.locator("integrity-strip").isVisible(), false);
});

for (const [name, look] of Object.entries({
  desktop: { viewport: { width: 1280, height: 1000 } },
  dark: { viewport: { width: 1280, height: 1000 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
})) {
  test(`a picture is kept of how complete it is: ${name}`, async () => {
    await open({ now: TROUBLED }, look);
    await page.getByText("Flickr unknown 12:10").click();
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(isWide, false, "the page scrolls sideways");
    await picture(page, `integrity-${name}`);
  });
}
