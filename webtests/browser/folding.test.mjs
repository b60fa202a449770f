import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { numbersOn, openBrowser, openPage, says, shows } from "../testkit/browser.mjs";
import { FaultyProxy } from "../testkit/faulty-proxy.mjs";
import { startNode } from "../testkit/node.mjs";

let node;
let browser;
let proxy;
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
  proxy = await FaultyProxy.to(node.url);
});
afterEach(async () => {
  await page?.context().close();
  await proxy?.stop();
});

let last = 0;
const fresh = (what) => `${what}-${Date.now().toString(36)}-${(last += 1)}`;
const open = async (path = "") => {
  page = await openPage(browser, proxy.url + node.path + path);
  await says(page, "live");
};
const post = async (more) => (await node.post(1, () => more))[0];
const repost = (id, name) => post({ id: fresh("r"), repostOf: id, author: { name }, text: "" });
const card = (n) => page.locator(`#u${n}`);
const line = (n, kind) => card(n).locator(`.folded[data-kind="${kind}"] .folded-line`);
const lineSays = (n, kind, words) => line(n, kind).filter({ hasText: words }).waitFor();

/** The words of an author of their own, on two networks. */
function pair() {
  const author = { name: "Ada Lovelace", handle: fresh("ada") };
  const text = `${fresh("Engines weave patterns")}, as looms weave flowers`;
  return [{ id: fresh("a"), author, text }, { id: fresh("b"), source: "mastodon", author, text: `${text} #aea` }];
}

test("reposts count on the card of their original, which a fresh page shows the same", async () => {
  await open();
  const id = fresh("o");
  const n = await post({ id, text: "A grid is a promise" });
  await shows(page, n);
  await repost(id, "Ada");
  await lineSays(n, "reposts", "Reposted by Ada");
  await repost(id, "ليلى");
  await lineSays(n, "reposts", "Reposted by Ada and ليلى");
  await repost(id, "Cy");
  await repost(id, "Di");
  await lineSays(n, "reposts", "Reposted by Ada, ليلى and 2 more");
  assert.equal((await numbersOn(page))[0], n);
  await page.reload();
  assert.equal(await line(n, "reposts").textContent(), "Reposted by Ada, ليلى and 2 more");
  assert.equal((await numbersOn(page))[0], n);
});

test("what is folded can be unfolded by the keyboard", async () => {
  await open();
  const [one, two] = pair();
  const n = await post(one);
  await shows(page, n);
  await post(two);
  await lineSays(n, "also", "Also on Mastodon");
  const row = card(n).locator('.folded[data-kind="also"] .folded-post');
  assert.equal(await row.isVisible(), false);
  await line(n, "also").focus();
  await page.keyboard.press("Enter");
  await row.waitFor();
  assert.match(await row.textContent(), /Mastodon.*Ada Lovelace.*Engines weave/s);
  await page.keyboard.press("Enter");
  assert.equal(await row.isVisible(), false);
});

test("a repost moves nothing that is being read, and is no new post", async () => {
  await open();
  const id = fresh("o");
  const n = await post({ id, text: "A grid is a promise" });
  await shows(page, (await node.post(12)).at(-1));
  await page.waitForFunction(() => document.querySelector("live-feed").getAnimations().length === 0);
  await page.evaluate((at) => document.getElementById(`u${at}`).nextElementSibling.scrollIntoView({ block: "center" }), n);
  const place = () => page.evaluate((at) => {
    const read = document.getElementById(`u${at}`).nextElementSibling.querySelector(".card-content");
    return read.getBoundingClientRect().top;
  }, n);
  const before = await place();
  await repost(id, "Ada");
  await lineSays(n, "reposts", "Reposted by Ada");
  assert.ok(Math.abs((await place()) - before) < 1); // browsers scroll by whole pixels
  assert.equal(await page.locator("new-posts").isVisible(), false);
});

test("reposts of a post that is not on the page are one card with what they pass on", async () => {
  await open();
  const original = { id: fresh("o"), author: { name: "Ed" }, text: "First said by Ed" };
  const n = await post({ id: fresh("r"), repostOf: original.id, original, author: { name: "Ada" }, text: "" });
  await shows(page, n);
  await post({ id: fresh("r"), repostOf: original.id, original, author: { name: "Bo" }, text: "" });
  await lineSays(n, "reposts", "Reposted by Ada and Bo");
  assert.equal(await card(n).locator(".card-text").textContent(), "First said by Ed");
  assert.equal((await numbersOn(page))[0], n);
});

test("when the shown post is taken back, the one elsewhere is shown in its place", async () => {
  await open();
  const [one, two] = pair();
  const n = await post(one);
  const m = await post(two);
  await shows(page, n);
  await lineSays(n, "also", "Also on Mastodon");
  proxy.rewrite = (update) => (update.n === m + 1 ? { n: update.n, type: "retract", target: n } : update);
  await node.post(1);
  await shows(page, m);
  assert.equal(await card(n).count(), 0);
  assert.match(await card(m).locator(".card-text").textContent(), /Engines weave/);
});

test("the same on a page whose posts the server rendered", async () => {
  const [one, two] = pair();
  const n = await post(one);
  const m = await post(two);
  await open();
  await lineSays(n, "also", "Also on Mastodon");
  proxy.rewrite = (update) => (update.n === m + 1 ? { n: update.n, type: "retract", target: n } : update);
  await node.post(1);
  await shows(page, m);
  assert.equal(await card(n).count(), 0);
  assert.match(await card(m).locator(".card-text").textContent(), /Engines weave/);
});

test("a post that is edited until it says something else stands for itself again", async () => {
  const [one, two] = pair();
  const n = await post(one);
  const m = await post(two);
  await open();
  await lineSays(n, "also", "Also on Mastodon");
  proxy.rewrite = (update) =>
    update.n === m + 1 ? { ...update, ...two, type: "revise", target: m, text: "Something else altogether, now" } : update;
  await node.post(1);
  await shows(page, m);
  assert.equal(await line(n, "also").isVisible(), false);
  const numbers = await numbersOn(page);
  assert.deepEqual(numbers, [...numbers].sort((a, b) => b - a));
});

test("the wall names who passed a post on, and gives reposts no place of their own", async () => {
  await node.post(6);
  await open("/wall");
  const id = fresh("o");
  const n = await post({ id, text: "A grid is a promise" });
  await shows(page, n);
  await repost(id, "Ada");
  await repost(id, "Bo");
  await lineSays(n, "reposts", "Reposted by Ada and Bo");
  assert.equal((await numbersOn(page)).length, 6);
  await page.reload();
  assert.equal(await line(n, "reposts").textContent(), "Reposted by Ada and Bo");
});
