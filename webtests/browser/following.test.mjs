import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { numbersOn, openBrowser, openPage, says, shows } from "../testkit/browser.mjs";
import { FaultyProxy } from "../testkit/faulty-proxy.mjs";
import { startNode } from "../testkit/node.mjs";

/** A long-poll that nobody answers early takes 25 s. */
const AT_ONCE_MS = 15_000;

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

const open = async (options) => (page = await openPage(browser, proxy.url + node.path, options));

/** The page shows what the log has, each number once, newest first, back to where it began. */
async function hasNoHole() {
  const shown = await numbersOn(page);
  const oldest = shown.at(-1);
  const log = (await node.updates(oldest - 1)).map(({ n }) => n).reverse();
  assert.deepEqual(shown, log);
}

test("the page goes on from the number it was rendered at", async () => {
  await open();
  await says(page, "live");
  const numbers = await node.post(7);
  await shows(page, numbers.at(-1));
  await hasNoHole();
  assert.deepEqual(page.complaints, []);
});

test("what was posted between the rendering and the first connection is not missed", async () => {
  const context = await browser.newContext();
  page = await context.newPage();
  await page.route("**/js/live.js", async (route) => {
    await node.post(3);
    await route.continue();
  });
  await page.goto(proxy.url + node.path);
  await shows(page, await node.head());
  await hasNoHole();
});

test("a cut stream is resumed, with what was posted meanwhile", async () => {
  await open();
  await says(page, "live");
  for (let round = 0; round < 3; round += 1) {
    proxy.cut();
    const numbers = await node.post(4);
    await shows(page, numbers.at(-1));
  }
  await hasNoHole();
});

test("where streams are refused, long-polls bring the posts", async () => {
  proxy.streams = "refuse";
  await open();
  const [first] = await node.post(1);
  await shows(page, first);
  await says(page, "live");
  const [second] = await node.post(1);
  await shows(page, second, { timeout: AT_ONCE_MS });
  assert.ok(proxy.requests.some((path) => path.includes("/updates?")));
  await hasNoHole();
});

test("where a proxy holds streams back, long-polls bring the posts", async () => {
  proxy.streams = "hold";
  await open();
  const numbers = await node.post(5);
  await shows(page, numbers.at(-1));
  const [next] = await node.post(1);
  await shows(page, next, { timeout: AT_ONCE_MS });
  await hasNoHole();
});

test("updates that get lost on the way are fetched", async () => {
  await open();
  await says(page, "live");
  const head = await node.head();
  proxy.rewrite = (update) => ([2, 3, 7].includes(update.n - head) ? null : update);
  await node.post(10);
  await shows(page, head + 10);
  await hasNoHole();
});

test("after an outage the page catches up by itself, and says how it is", async () => {
  await open();
  await says(page, "live");
  proxy.goDown();
  const numbers = await node.post(5);
  await says(page, "reconnecting");
  assert.equal(await page.locator(".state-words").textContent(), "Reconnecting");
  proxy.isDown = false;
  await shows(page, numbers.at(-1));
  await says(page, "live");
  await hasNoHole();
});

test("a device that goes offline is told so, and goes on where it was", async () => {
  await open();
  await says(page, "live");
  await page.context().setOffline(true);
  await says(page, "offline");
  const numbers = await node.post(5);
  await page.context().setOffline(false);
  await shows(page, numbers.at(-1));
  await hasNoHole();
});

test("a page that comes back from the browser's memory goes on where it was", async () => {
  await open();
  await says(page, "live");
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await says(page, "offline");
  const numbers = await node.post(5);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await shows(page, numbers.at(-1));
  await hasNoHole();
});

test("a post that is taken back leaves the page, one that is edited says so", async () => {
  await open();
  await says(page, "live");
  const [kept, retracted, revised] = await node.post(3);
  await shows(page, revised);
  proxy.rewrite = ({ n, ...post }) => {
    if (n === revised + 1) return { n, type: "retract", target: retracted };
    return { ...post, n, type: "revise", target: revised, text: "Now without the typo." };
  };
  await node.post(2);
  await page.getByText("Now without the typo.").waitFor();
  assert.deepEqual((await numbersOn(page)).slice(0, 2), [revised, kept]);
  assert.equal(await page.locator(`#u${revised} .card-edited`).textContent(), "edited");
});

test("nobody but the site itself and the hosts of photos is asked for anything", async () => {
  const photo = { kind: "photo", url: "https://photos.example/1.jpg", width: 800, height: 600 };
  await open();
  await says(page, "live");
  const [n] = await node.post(1, () => ({ media: [photo] }));
  await shows(page, n);
  await page.locator(`#u${n} img`).waitFor();
  const ours = new URL(proxy.url).host;
  assert.deepEqual([...page.hosts].filter((host) => host !== ours), ["photos.example"]);
});
