import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { isAccessible } from "../testkit/accessibility.mjs";
import { openBrowser, openPage, picture } from "../testkit/browser.mjs";
import { ADMIN_PASSWORD, startNode } from "../testkit/node.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const TALK = "Every breakpoint is an apology";

let browser;
let node;
let base;
let page;
before(async () => {
  [browser, node] = await Promise.all([openBrowser(), startNode({ roles: "ingest,store,delivery,site,archive,console" })]);
  base = `/console${node.path}`;
  await node.post(6);
});
after(async () => {
  await browser?.close();
  await node?.stop();
});
afterEach(() => page?.context().close());

/** Logs in, and goes to a page of the event as soon as it has what it is to show. */
async function open(path, selector, options) {
  page = await openPage(browser, `${node.url}/console/login`, options);
  await page.getByLabel("Name").fill("admin");
  await page.getByLabel("Password").fill(ADMIN_PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(`${node.url}/console`);
  await go(path, selector);
}

async function go(path, selector) {
  const end = Date.now() + 60_000;
  for (;;) {
    await page.goto(node.url + base + path);
    if (await page.locator(selector).count()) return;
    if (Date.now() > end) throw new Error(`${path} never had ${selector}`);
  }
}

const press = (name) => page.getByRole("button", { name, exact: true }).click();
const told = () => page.getByRole("status").innerText();

for (const [device, options] of [["desk", {}], ["phone", PHONE], ["dark", { colorScheme: "dark" }]]) {
  test(`organisers see schedule, posts and reports: ${device}`, async () => {
    await open("/schedule", ".import", options);
    await seen(`schedule-${device}`);
    await page.getByRole("link", { name: TALK }).click();
    await page.waitForSelector(".talk-form");
    await seen(`talk-${device}`);
    await go("/posts", ".post");
    await page.locator(".place summary").first().click();
    await seen(`posts-${device}`);
    await go("/reports", ".choose");
    await seen(`reports-${device}`);
    await page.goto(`${node.url}/console/events`);
    await seen(`events-${device}`);
  });
}

async function seen(name) {
  await picture(page, `console-${name}`, { fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.equal(wide, false, `${name} is wider than the screen`);
  // What is refused is a page, too; the browser mentions its status.
  assert.deepEqual(page.complaints.filter((each) => !each.includes("status of 409")), []);
  await isAccessible(page);
  page.complaints.length = 0;
}

test("a change from an old form is refused, with both versions, and stored when it is wanted all the same", async () => {
  await open("/schedule", ".import");
  await page.getByRole("link", { name: TALK }).click();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel("Room").fill("The Pit");
  await other.getByRole("button", { name: "Save" }).click();
  await other.waitForSelector(".said");
  await page.getByLabel("Room").fill("The Dome");
  await press("Save");
  await page.waitForSelector(".moved");
  assert.match(await page.locator(".moved").innerText(), /Room\s+Great Hall\s+The Pit\s+The Dome/);
  await seen("conflict-desk");
  await press("Save mine over it");
  assert.match(await told(), /is saved/);
  await page.getByText("Edited: Room").waitFor();
});

test("posts are moved in bulk, and the move is taken back", async () => {
  await open("/posts", ".post");
  await page.getByLabel("Select all").check();
  await page.getByLabel("Move to").selectOption({ label: "The hallway" });
  await press("Move the selected");
  assert.match(await told(), /6 posts were moved/);
  assert.equal(await page.getByText("by hand").count(), 6);
  await seen("moved-desk");
  await page.getByRole("button", { name: /^Take back/ }).first().click();
  assert.match(await told(), /Taken back/);
  assert.equal(await page.getByText("by hand").count(), 0);
});

test("a report's address is shown once, and opens nothing after it was revoked", async () => {
  await open("/reports", ".choose");
  await page.getByLabel("A private page for whoever gave").selectOption({ index: 1 });
  await press("Make a link");
  assert.match(await page.getByLabel("Address").inputValue(), /\/reports\/[\w-]{22}$/);
  await seen("report-made-desk");
  await page.getByRole("button", { name: /^Revoke/ }).first().click();
  assert.match(await told(), /Revoked/);
  assert.equal(await page.getByLabel("Address").count(), 0);
});
