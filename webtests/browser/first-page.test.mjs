import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { numbersOn, openBrowser, openPage } from "../testkit/browser.mjs";
import { startNode } from "../testkit/node.mjs";

let node;
let browser;
before(async () => {
  [node, browser] = await Promise.all([startNode({ roles: "ingest,store,delivery,archive,site" }), openBrowser()]);
  await node.post(120);
});
after(async () => {
  await browser?.close();
  await node?.stop();
});

const get = (path, headers = {}) => fetch(node.url + path, { headers, redirect: "manual" });
const newestFirst = (head, count) => Array.from({ length: count }, (_, i) => head - i);

test("the address of the site leads to the event that is on", async () => {
  const response = await get("/");
  assert.equal(response.status, 302);
  assert.equal(response.headers.get("Location"), node.path);
});

test("without JavaScript the newest fifty are there, and older ones page by page", async () => {
  const page = await openPage(browser, node.url + node.path, { javaScriptEnabled: false });
  const head = await node.head();
  assert.deepEqual(await numbersOn(page), newestFirst(head, 50));
  assert.equal(await page.locator('noscript meta[http-equiv="refresh"]').count(), 1);
  assert.ok((await page.locator("noscript .hint a").boundingBox()).height > 10);
  await page.getByRole("link", { name: "Older posts" }).click();
  assert.deepEqual(await numbersOn(page), newestFirst(head - 50, 50));
  await page.getByRole("link", { name: "Older posts" }).click();
  assert.deepEqual(await numbersOn(page), newestFirst(head - 100, head - 100));
  assert.equal(await page.getByRole("link", { name: "Older posts" }).isVisible(), false);
  await page.getByRole("link", { name: "Back to the newest" }).click();
  assert.deepEqual(await numbersOn(page), newestFirst(head, 50));
  await page.context().close();
});

/** Waits until the page was told of the talks. */
async function scheduleRead() {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { talks } = await (await get(`${node.path}/stage`)).json();
    if (talks.length > 0) return;
    await new Promise((done) => setTimeout(done, 300));
  }
  throw new Error("the page was not told of the talks");
}

test("the page says its number and epoch, and what is on stage", async () => {
  await scheduleRead();
  const html = await (await get(node.path)).text();
  const { epoch } = await (await get(`${node.path}/head`)).json();
  assert.match(html, new RegExp(`data-epoch="${epoch}" data-n="${await node.head()}"`));
  assert.match(html, /Every breakpoint is an apology/);
  assert.match(html, /Great Hall/);
  const { talks } = await (await get(`${node.path}/stage`)).json();
  assert.equal(talks[0].speakers, "Mara Lindqvist");
  assert.match(html, new RegExp(`<a class="talk-title" href="${talks[0].path}">`));
});

test("the policy allows no inline script, no foreign script, no frame", async () => {
  const policy = (await get(node.path)).headers.get("Content-Security-Policy");
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self'(;|$)/);
  assert.match(policy, /frame-ancestors 'none'/);
  const html = await (await get(node.path)).text();
  assert.doesNotMatch(html, / style="| on[a-z]+="|<style|<script(?![^>]* src=)/);
});

test("files are kept by browsers for ever at their versioned address, and checked at their own", async () => {
  const html = await (await get(node.path)).text();
  const versioned = /src="(\/assets\/[^"]+\/js\/live\.js)"/.exec(html)[1];
  const forever = await get(versioned);
  assert.match(forever.headers.get("Cache-Control"), /immutable/);
  const old = await get(versioned.replace(/assets\/[^/]+/, "assets/0000"));
  assert.equal(old.status, 200);
  assert.equal(old.headers.get("Cache-Control"), "no-cache");
  const etag = (await get("/js/live.js")).headers.get("ETag");
  const again = await get("/js/live.js", { "If-None-Match": etag });
  assert.equal(again.status, 304);
  assert.equal(await again.text(), "");
});

test("what is not there is said on a page, with the right status", async () => {
  for (const path of ["/nowhere", "/events/nowhere", "/events/nowhere/wall", "/js/nowhere.js",
    "/js/../../afa/Main.class", "/js/%2e%2e/%2e%2e/logback.xml"]) {
    const response = await get(path);
    assert.equal(response.status, 404, path);
    assert.match(await response.text(), /There is no such page/);
  }
  for (const before of ["0", "-1", "x", "9".repeat(30)]) {
    assert.equal((await get(`${node.path}?before=${before}`)).status, 400, before);
  }
  assert.equal((await fetch(node.url + node.path, { method: "DELETE" })).status, 405);
});
