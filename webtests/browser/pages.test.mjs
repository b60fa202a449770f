import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { COLOURS, isAccessible } from "../testkit/accessibility.mjs";
import { openBrowser, openPage, picture, says, shows } from "../testkit/browser.mjs";
import { conference, LIVE, OVER, speak } from "../testkit/conference.mjs";
import { FakeMastodon } from "../testkit/fake-mastodon.mjs";
import { ADMIN_PASSWORD, startNode } from "../testkit/node.mjs";
import { isPrintable } from "../testkit/paper.mjs";

const ROLES = "ingest,store,delivery,archive,site,console";
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

const live = `/events/${LIVE.event}`;
const over = `/events/${OVER.event}`;

/** Each with the kind of its structured data, and how it is found again. */
const PAGES = {
  "talk-live": { path: `${live}/talks/${LIVE.talk}`, data: "LiveBlogPosting" },
  programme: { path: `${live}/talks` },
  comparison: { path: `${live}/compare?sort=posts` },
  search: { path: "/search", isCanonical: false },
  "search-found": { path: "/search?q=layout" },
  archive: { path: "/archive" },
  "talk-over": { path: `${over}/talks/${OVER.talk}`, data: "LiveBlogPosting" },
  "event-over": { path: over, data: "Event" },
  days: { path: `${over}/days`, data: "Event" },
  day: { path: `${over}/days/${OVER.day}`, data: "Event" },
  people: { path: `${over}/people`, data: "Event" },
  photos: { path: `${over}/photos`, data: "Event" },
};

let mastodon;
let node;
let closed; // kept once the event of then is closed, which may take a while
let browser;
before(async () => {
  mastodon = await new FakeMastodon().start();
  [node, browser] = await Promise.all([startNode({ roles: ROLES, ...conference(mastodon) }), openBrowser()]);
  await speak(node);
  await has(PAGES["talk-live"].path, (html) => cards(html) === 12);
  await has(PAGES["talk-over"].path, (html) => cards(html) === 12);
  closed = has(over, (html) => html.includes("This event is over"));
});
after(async () => {
  await browser?.close();
  await node?.stop();
  await mastodon?.stop();
});

const get = (path, headers = {}) => fetch(node.url + path, { headers });
const cards = (html) => html.match(/<article class="card" id="u[1-9]/g)?.length ?? 0;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Waits until a page is as it should be. */
async function has(path, isRight, pauseMs = 300) {
  const end = Date.now() + 60_000;
  for (;;) {
    const html = await (await get(path)).text();
    if (isRight(html)) return html;
    if (Date.now() > end) throw new Error(`${path} never had what it should`);
    await pause(pauseMs);
  }
}

for (const [name, page] of Object.entries(PAGES)) {
  test(`${name} is for everybody, on every screen and on paper`, async () => {
    if (page.path.startsWith(over)) await closed;
    await isForEverybody(name, page.path);
  });

  test(`${name} is found again, and not sent twice`, async () => {
    const html = await has(page.path, () => true);
    if (page.isCanonical ?? true) assert.deepEqual(await leadsTo(canonical(html)), page.path);
    assert.equal(typeOf(html), page.data);
    await isNotSentTwice(page.path);
  });
}

/** Opens a page; its photos are drawn here. */
async function open(path) {
  const page = await openPage(browser, "about:blank", { viewport: DESK });
  await page.route("https://photos.example/**", (route) => route.fulfill({ contentType: "image/svg+xml", body: DRAWING }));
  await page.goto(node.url + path);
  return page;
}

/** One visit: what the page asks for, then how it looks and reads in all circumstances. */
async function isForEverybody(name, path) {
  const page = await open(path);
  await page.waitForLoadState("networkidle");
  const allowed = new Set(["", new URL(node.url).host, "photos.example"]); // photos stay with their networks
  assert.deepEqual([...page.hosts].filter((host) => !allowed.has(host)), []);
  assert.deepEqual(page.complaints, []);
  for (const [device, viewport] of [["desk", DESK], ["phone", PHONE]]) {
    await page.setViewportSize(viewport);
    await fits(page);
    for (const [colorScheme, rules] of [["light", []], ["dark", COLOURS]]) {
      await page.emulateMedia({ colorScheme });
      await picture(page, `page-${name}-${device}-${colorScheme}`, { fullPage: true });
      await isAccessible(page, rules);
    }
  }
  await isPrintable(page, `page-${name}-print`);
  await page.context().close();
}

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 16 9"><path fill="#357" d="M0 0h16v9H0z"/></svg>`;

async function fits(page) {
  const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(wide <= shown, `${page.url()} is ${wide} wide on ${shown}`);
}

const canonical = (html) => /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];

async function leadsTo(address) {
  assert.ok(address, "there is a canonical address");
  const { status, url } = await get(address);
  assert.equal(status, 200);
  return url.slice(node.url.length);
}

/** The kind of a page's structured data; there may be none. */
function typeOf(html) {
  const data = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html);
  return data ? JSON.parse(data[1])["@type"] : undefined;
}

/** What goes on may change between two questions, and not each time. */
async function isNotSentTwice(path) {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const etag = (await get(path)).headers.get("ETag");
    assert.ok(etag, "there is an ETag");
    const again = await get(path, { "If-None-Match": etag });
    const body = await again.text();
    if (again.status === 304) return assert.equal(body, "");
  }
  throw new Error("it was always sent again");
}

test("a speaker's report is for everybody who has its address, and nobody keeps or finds it", async () => {
  const path = await madeReport();
  await isForEverybody("report", path);
  const { headers } = await get(path);
  assert.equal(headers.get("Cache-Control"), "private, no-store");
  assert.equal(headers.get("ETag"), null);
  assert.match(headers.get("X-Robots-Tag"), /noindex/);
  assert.equal(canonical(await (await get(path)).text()), undefined);
});

/** An organiser makes one. */
async function madeReport() {
  const page = await openPage(browser, `${node.url}/console/login`);
  await page.getByLabel("Name").fill("admin");
  await page.getByLabel("Password").fill(ADMIN_PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(`${node.url}/console`);
  await page.goto(`${node.url}/console${live}/reports`);
  await page.getByLabel("A private page for whoever gave").selectOption(LIVE.talk);
  await page.getByRole("button", { name: "Make a link", exact: true }).click();
  const address = await page.getByLabel("Address").inputValue();
  await page.context().close();
  return new URL(address).pathname;
}

test("what is said during a talk comes to its page by itself, once, and goes when it is deleted", async () => {
  await mastodon.isFollowed();
  mastodon.post("<p>Is this the first thing that you heard? #aeagrids</p>");
  await has(PAGES["talk-live"].path, (html) => html.includes("the first thing"));
  const page = await open(PAGES["talk-live"].path); // is told of it again
  await says(page, "live");
  const of = (words) => page.locator(".card", { hasText: words });
  const id = mastodon.post("<p>Does this come by itself? #aeagrids</p>");
  await of("come by itself").waitFor();
  assert.equal(await of("come by itself").count(), 1);
  assert.equal(await of("the first thing").count(), 1);
  await page.getByRole("button", { name: "1 new post" }).click();
  await page.locator("new-posts").waitFor({ state: "hidden" });
  mastodon.edit(id, "<p>Does this change by itself? #aeagrids</p>");
  await of("change by itself").waitFor();
  assert.equal(await of("come by itself").count(), 0);
  mastodon.delete(id);
  await of("change by itself").waitFor({ state: "detached" });
  await has(PAGES["talk-live"].path, (html) => !html.includes("by itself?"));
  assert.equal(await of("the first thing").count(), 1);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the first post about a talk takes the place of the words that there is none", async () => {
  const page = await open(`${live}/talks/type`);
  await says(page, "live");
  assert.match(await page.locator(".empty").innerText(), /Nothing yet/);
  const [n] = await node.post(1, () => ({ text: "Schrift! #aeatype", postedAt: new Date().toISOString() }));
  await shows(page, n);
  assert.equal(await page.locator(".empty").isVisible(), false);
  await page.context().close();
});

test("a word that was just posted is found", async (t) => {
  const page = await open(live);
  await says(page, "live");
  const word = `palimpsest${Date.now().toString(36)}`;
  const [n] = await node.post(1, () => ({ text: `A ${word} is what we make.` }));
  await shows(page, n);
  const shown = Date.now();
  await has(`/search?q=${word}`, (html) => cards(html) === 1, 20);
  t.diagnostic(`found ${Date.now() - shown} ms after it stood on the live page`);
  await page.context().close();
});
