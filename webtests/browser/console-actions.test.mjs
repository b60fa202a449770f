import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { isAccessible } from "../testkit/accessibility.mjs";
import { openBrowser, openPage, picture } from "../testkit/browser.mjs";
import { happening, wellCluster } from "../testkit/fake-cluster.mjs";
import { FakeConsole } from "../testkit/fake-console.mjs";

let browser;
let served;
let other;
let page;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());
beforeEach(async () => {
  [served, other] = await Promise.all([new FakeConsole().start(), new FakeConsole().start()]);
  served.cluster = wellCluster(served.port, other.port);
  other.cluster = served.cluster;
});
afterEach(async () => {
  await page?.context().close();
  await Promise.all([served.stop(), other.stop()]);
});

async function open(options) {
  page = await openPage(browser, `${served.url}/console`, options);
  await page.waitForSelector('html[data-link="live"]');
}

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const sheetOf = (name, node) => page.getByRole("button", { name: new RegExp(`: ${name} on ${node}, details`) }).click();
const press = (name) => page.getByRole("button", { name, exact: true }).click();
const asked = (state) => page.waitForSelector(`.ask[data-state="${state}"]`);

/** A verticle in its new state, a moment later. */
function becomes(node, name, state, more = {}) {
  Object.assign(served.verticle(node, name), { state, since: new Date(Date.now() + 500).toISOString(), ...more });
}

test("before a restart the page says what it will do, and afterwards what happened", async () => {
  await open(PHONE);
  await sheetOf("delivery", "venue-8081");
  await press("Restart");
  await asked("told");
  assert.match((await page.locator(".ask").innerText()).replace(/\s+/g, " "), /move 312 readers at risk 0 posts it takes about 4 s/);
  await picture(page, "console-phone-asks");
  await isAccessible(page);
  assert.deepEqual(served.posted.map(({ path }) => path), ["/console/api/nodes/venue-8081/verticles/delivery/restart?tell=only"]);
  await press("Restart now");
  await asked("done");
  assert.match(await page.locator(".ask").innerText(), /It runs again after 0.4 s, 312 readers came back/);
  assert.deepEqual(served.posted[1], { path: "/console/api/nodes/venue-8081/verticles/delivery/restart", csrf: "token-1" });
  assert.match(await page.locator(".outcome").textContent(), /Restarted delivery on venue-8081/);
});

test("nothing is done by whom thinks better of it", async () => {
  await open();
  await sheetOf("delivery", "venue-8081");
  await press("Stop");
  await asked("told");
  await press("Cancel");
  assert.equal(served.posted.length, 1);
});

test("the keyboard does all of it, and the focus goes back where it came from", async () => {
  await open();
  const cell = page.getByRole("button", { name: /: delivery on venue-8081, details/ });
  await cell.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Restart", exact: true }).focus();
  await page.keyboard.press("Enter");
  await asked("told");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Restart now");
  await page.keyboard.press("Enter");
  await asked("done");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("dialog[open]"));
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /delivery on venue-8081/);
});

test("a refusal is told in plain words, and nothing can be confirmed", async () => {
  served.answer = () => ({ status: 409, body: { title: "Conflict", detail: "delivery is restarting already" } });
  await open();
  await sheetOf("delivery", "venue-8081");
  await press("Restart");
  await asked("refused");
  assert.match(await page.locator(".ask-words").textContent(), /Delivery is restarting already/);
  assert.equal(await page.getByRole("button", { name: "Restart now" }).isVisible(), false);
});

test("an action that fails says so, on the page too", async () => {
  served.answer = (path, isOnlyTold) => isOnlyTold ? { status: 200, body: { sentence: "It starts." } } : { status: 503, body: null };
  await open();
  await sheetOf("delivery", "cloud-8080");
  await press("Restart");
  await asked("told");
  await press("Restart now");
  await asked("failed");
  assert.match(await page.locator(".outcome").textContent(), /Restart delivery on cloud-8080: not done. The node is not heard/);
});

const steps = (...states) => ["venue-8080", "venue-8081", "cloud-8080"].map((node, i) => ({ node, state: states[i], sentence: states[i] === "done" ? "312 readers moved" : "" }));
const rolling = (state, ...states) => ({ id: "r1", verticle: "delivery", state, steps: steps(...states) });

test("a rolling restart shows how far it is on each node, and can be aborted", async () => {
  served.rollings.set("r1", rolling("running", "restarting", "waiting", "waiting"));
  served.answer = (path, isOnlyTold) => {
    if (path.endsWith("/abort")) return { status: 200, body: rolling("aborted", "done", "done", "skipped") };
    return isOnlyTold ? { status: 200, body: { sentence: "One after the other.", readers: 901, seconds: 14 } } : { status: 202, body: { id: "r1" } };
  };
  await open(PHONE);
  await page.getByRole("button", { name: "Restart everywhere: delivery" }).click();
  await asked("told");
  await press("Restart everywhere");
  const panel = page.locator(".rolling");
  await panel.waitFor();
  assert.match(await panel.innerText(), /Rolling restart of delivery[^]*0 of 3 nodes done/);
  await page.waitForFunction(() => document.activeElement.matches(".rolling"));
  served.send("rolling", rolling("running", "done", "catching-up", "waiting"));
  await page.getByText("1 of 3 nodes done").waitFor();
  assert.match(await panel.innerText(), /venue-8080\s+✓\s+Done\s+312 readers moved\s+venue-8081\s+…\s+Catching up\s+cloud-8080\s+·\s+Waiting/);
  await picture(page, "console-phone-rolling");
  await isAccessible(page);
  await press("Abort");
  await panel.getByText("Aborted").waitFor();
  assert.match(await panel.innerText(), /cloud-8080\s+–\s+Left alone/);
  assert.equal(served.posted.at(-1).path, "/console/api/rolling/r1/abort");
  await press("Done reading");
  assert.equal(await panel.count(), 0);
});

test("a rolling restart that somebody else began is seen too", async () => {
  await open();
  served.send("rolling", { ...rolling("failed", "done", "failed", "skipped"), sentence: "Stopped, as delivery on venue-8081 does not start." });
  await page.getByText("Stopped at a failure").waitFor();
  assert.match(await page.locator(".rolling-words").textContent(), /1 of 3 nodes done. Stopped, as delivery on venue-8081/);
});

test("when the serving node's front restarts, the page comes back and tells the outcome", async () => {
  served.answer = (path, isOnlyTold) => (isOnlyTold ? { status: 200, body: { sentence: "It restarts." } } : null);
  await open();
  await sheetOf("front", "venue-8080");
  await press("Restart");
  await asked("told");
  assert.match(await page.locator(".ask-warning").textContent(), /disconnected for a moment/);
  await press("Restart now");
  await asked("pending");
  becomes("venue-8080", "front", "running");
  served.cut();
  await page.locator('.outcome[data-level="well"]').waitFor();
  assert.match(await page.locator(".outcome").textContent(), /front on venue-8080. Running for \d+ s/);
});

test("when the serving node stops serving, the page goes on at another node and tells the outcome there", async () => {
  served.answer = (path, isOnlyTold) => (isOnlyTold ? { status: 200, body: { sentence: "The console of this node ends." } } : null);
  await open();
  await sheetOf("console", "venue-8080");
  await press("Stop");
  await asked("told");
  assert.match(await page.locator(".ask-warning").textContent(), /it goes on at venue-8081/);
  await press("Stop now");
  await asked("pending");
  becomes("venue-8080", "console", "stopped", { desired: "stopped" });
  other.happened = [happening("stop", 0, { verticle: "console", sentence: "Stopped by admin." })];
  await served.stop();
  await page.waitForURL(`${other.url}/console`);
  const outcome = page.locator('.outcome[data-level="well"]', { hasText: /console on venue-8080. Stopped by admin. Stopped for/ });
  await outcome.waitFor();
});
