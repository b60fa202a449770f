import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { isAccessible } from "../testkit/accessibility.mjs";
import { openBrowser, openPage, picture } from "../testkit/browser.mjs";
import { happening, node, troubledCluster, verticle, wellCluster } from "../testkit/fake-cluster.mjs";
import { FakeConsole } from "../testkit/fake-console.mjs";

const PHONE = { viewport: { width: 360, height: 800 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const DESK = { viewport: { width: 1280, height: 900 } };

let browser;
let served;
let page;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());
beforeEach(async () => (served = await new FakeConsole().start()));
afterEach(async () => {
  await page?.context().close();
  await served.stop();
});

async function open(options = DESK) {
  page = await openPage(browser, `${served.url}/console`, options);
  await linked("live");
}

const linked = (name) => page.waitForSelector(`html[data-link="${name}"]`);
const cell = (nodeName, name) => page.locator(".matrix-row").filter({ has: page.getByText(name, { exact: true }) })
  .locator(".cell").nth(served.cluster.nodes.findIndex((each) => each.node === nodeName));

test("one sentence on top says that all is well, in words and not only in green", async () => {
  await open();
  assert.equal(await page.locator("h1").textContent(), "All is well: 3 nodes, 901 readers.");
  assert.equal(await page.locator(".lead").getAttribute("data-level"), "well");
  assert.equal(await page.title(), "✓ All is well: 3 nodes, 901 readers. · Console");
});

test("a cell says what runs since when, what it does and how far behind it is", async () => {
  await open();
  const text = async () => (await cell("venue-8080", "delivery").innerText()).replace(/\s+/g, " ");
  await page.waitForFunction(() => /\d\/s/.test(document.querySelector(".matrix").innerText));
  assert.match(await text(), /Running for 3 h 12 min [\d.]+\/s 0 updates not yet sent/);
  assert.match(await cell("venue-8081", "x.aea2026").innerText(), /Standing by/);
});

test("in trouble the worst and its remedy are on top, and one click away", async () => {
  served.cluster = troubledCluster(served.port);
  await open();
  assert.match(await page.locator("h1").textContent(), /flickr.aea2026 on venue-8080 has failed/);
  assert.match(await page.locator(".lead-remedy").textContent(), /^Read its log/);
  assert.match(await cell("venue-8080", "flickr.aea2026").innerText(), /Restarts: 5 after failures, 1 by people[^]*4 min ago: Flickr refuses/);
  await page.locator(".troubles button").first().click();
  assert.match(await page.locator("dialog[open]").innerText(), /flickr.aea2026 on venue-8080[^]*Failed/);
});

test("a node that is not heard is greyed and never green, with when it was heard", async () => {
  served.cluster = troubledCluster(served.port);
  served.verticle("cloud-8080", "delivery").state = "running"; // whatever is told of it
  await open();
  const silent = cell("cloud-8080", "delivery");
  assert.match(await silent.innerText(), /Unknown[^]*last heard 1\d s ago/);
  assert.equal(await silent.getAttribute("data-level"), "unknown");
  assert.equal(await page.locator('.node[data-heard="false"]').count(), 1);
});

test("what changes is changed in place: the focus stays where it is", async () => {
  await open();
  const button = cell("venue-8080", "store").getByRole("button");
  await button.focus();
  Object.assign(served.verticle("venue-8080", "store"), { state: "degraded", lastError: "Redis does not answer" });
  served.cluster.nodes.push(node("another", 12, [verticle("front"), verticle("zebra.aea2026")]));
  served.cluster.nodes.sort((a, b) => (a.node < b.node ? -1 : 1));
  await page.getByText("Redis does not answer").first().waitFor();
  await page.getByText("zebra.aea2026").first().waitFor();
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^In trouble: store on venue-8080/);
  assert.equal(await page.locator(".matrix-row").first().locator(".cell").count(), 4);
});

test("a node that is gone for good leaves the page", async () => {
  await open();
  served.cluster.nodes.pop();
  await page.waitForFunction(() => document.querySelectorAll(".node").length === 2);
  assert.equal(await page.locator(".matrix-row").first().locator(".cell").count(), 2);
});

test("a lost connection is seen at once, old data stays and loses its colour, and it comes back", async () => {
  await open();
  const { port, cluster } = served;
  await served.stop();
  await page.getByText(/^Not connected since \d\d:\d\d:\d\d. What you see is \d+ s old.$/).first().waitFor();
  assert.equal(await page.locator(".lead").getAttribute("data-level"), "unknown");
  assert.match(await page.locator(".matrix-frame").evaluate((each) => getComputedStyle(each).filter), /grayscale\(1\)/);
  assert.match(await cell("venue-8080", "store").innerText(), /Running/);
  await page.getByRole("link", { name: "Go on at venue-8081" }).waitFor();
  await picture(page, "console-lost");
  served = new FakeConsole();
  served.cluster = cluster;
  await served.start(port);
  await linked("live");
  assert.equal(await page.locator(".banner").isVisible(), false);
});

test("a connection that has fallen silent is not trusted", async () => {
  await open();
  await page.clock.install();
  served.fallSilent();
  await page.clock.fastForward(7_000);
  await linked("lost");
});

test("a session that has ended leads to the login and keeps the page; the new one is used", async () => {
  await open();
  served.isLoggedIn = false;
  served.cut();
  await linked("expired");
  const login = page.getByRole("link", { name: /Log in again/ });
  assert.deepEqual([await login.getAttribute("href"), await login.getAttribute("target")], ["/console/login", "_blank"]);
  assert.match(await cell("venue-8080", "store").innerText(), /Running/);
  [served.isLoggedIn, served.csrf] = [true, "token-2"];
  await page.getByRole("button", { name: "Try now" }).click();
  await linked("live");
  await page.waitForFunction(() => document.querySelector('meta[name="csrf"]').content === "token-2");
});

test("charts show the last hour, with their gaps, and say in words what they show", async () => {
  await open();
  await page.waitForSelector(".uplot canvas", { state: "attached" });
  const words = await page.locator(".chart-summary").allTextContents();
  assert.equal(words.length, 4);
  assert.match(words[0], /^lowest \d+ at (\d+ \w+, )?\d\d:\d\d, highest \d+ at (\d+ \w+, )?\d\d:\d\d, once nothing was recorded$/);
  assert.match(words[3], /times there was nothing to deliver$/);
});

test("what happens appears as it happens; older is fetched on demand", async () => {
  served.older = [happening("old", 9_000, { sentence: "Somebody logged in." })];
  await open();
  served.send("happened", happening("new", 0, { who: "supervisor", bad: true, sentence: "It failed." }));
  await page.getByText("It failed.").waitFor();
  assert.match(await page.locator(".happened").first().innerText(), /It failed[^]*delivery on venue-8080[^]*by supervisor/);
  await page.getByRole("button", { name: "Older" }).click();
  await page.getByText("Somebody logged in.").waitFor();
  assert.equal(await page.locator(".happened").count(), 3);
});

test("log lines of a verticle are shown on demand", async () => {
  served.lines = [{ at: new Date().toISOString(), level: "WARN", verticle: "store", message: "Redis is slow: millis=120" }];
  await open();
  await cell("venue-8080", "store").getByRole("button").click();
  await page.getByRole("button", { name: "Show log lines" }).click();
  await page.getByText("WARN").waitFor();
  assert.match(await page.locator(".line").innerText(), /WARN Redis is slow: millis=120/);
});

test("whatever strangers call things, it is text", async () => {
  const evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
  served.cluster = wellCluster(served.port);
  Object.assign(served.cluster.nodes[0], { node: evil, version: evil, roles: [evil] });
  Object.assign(served.cluster.nodes[0].verticles[0], { verticle: evil, state: "failed", lastError: evil, lagMeaning: evil, lag: 1 });
  served.cluster.summary = { level: "bad", sentence: evil, remedy: evil };
  served.happened = [happening(1, 5, { node: evil, who: evil, sentence: evil })];
  served.lines = [{ at: new Date().toISOString(), level: evil, message: evil }];
  served.answer = () => ({ status: 200, body: { sentence: evil, readers: 1 } });
  await open();
  await page.locator(".troubles button").first().click();
  await page.getByRole("button", { name: "Show log lines" }).click();
  await page.waitForSelector(".line");
  await page.locator(".action").first().click();
  await page.waitForSelector('.ask[data-state="told"]');
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await page.locator("main img, main script").count(), 0);
  assert.deepEqual(page.complaints, []);
});

for (const [kind, look] of Object.entries({ phone: PHONE, desk: DESK })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`it is accessible, fits and has a picture: ${kind}, ${colorScheme}`, async () => {
      served.cluster = troubledCluster(served.port);
      await open({ ...look, colorScheme });
      await page.waitForSelector(".uplot canvas", { state: "attached" });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      await picture(page, `console-${kind}-${colorScheme}`, { fullPage: true });
      await page.locator(".troubles button").first().click();
      await picture(page, `console-${kind}-${colorScheme}-sheet`);
      assert.deepEqual(page.complaints, []);
      await isAccessible(page);
      await page.keyboard.press("Escape");
      await isAccessible(page);
      assert.deepEqual([...page.hosts], [`127.0.0.1:${served.port}`]);
    });
  }
}

test("on a phone everything that can be pressed is as large as a thumb", async () => {
  served.cluster = troubledCluster(served.port);
  await open(PHONE);
  await page.locator(".troubles button").first().click();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.waitForSelector('.ask[data-state="told"]');
  const small = await page.$$eval("button, a", (all) =>
    all.filter((each) => each.checkVisibility()).map((each) => {
      const target = each.matches(".cell-open") ? each.closest(".cell-there") : each;
      const { width, height } = target.getBoundingClientRect();
      return { name: each.textContent, width, height };
    }).filter(({ width, height }) => width < 44 || height < 44));
  assert.deepEqual(small, []);
});

for (const colorScheme of ["light", "dark"]) {
  test(`the login page is accessible and has a picture: ${colorScheme}`, async () => {
    page = await openPage(browser, `${served.url}/console/login`, { ...PHONE, colorScheme });
    await picture(page, `console-login-${colorScheme}`);
    assert.deepEqual(page.complaints, []);
    await isAccessible(page);
  });
}
