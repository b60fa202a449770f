import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { isAccessible } from "../testkit/accessibility.mjs";
import { openBrowser, picture } from "../testkit/browser.mjs";
import { JAR, startNode } from "../testkit/node.mjs";

const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const PHOTO = { kind: "photo", url: "https://photos.example/1.png", width: 1, height: 1, alt: "The stage" };
const WORDS = "<img src=https://elsewhere.example/x.png onerror=alert(1)> & <script>alert(2)</script>";

let home;
let folder;
let node;
let browser;
before(async () => {
  home = await mkdtemp(join(tmpdir(), "afa-export-"));
  folder = join(home, "folder");
  [node, browser] = await Promise.all([startNode({ roles: "ingest,store,delivery,archive,site" }), openBrowser()]);
  await node.post(12, (i) => (i === 3 ? { text: WORDS, media: [PHOTO] } : {}));
  await archived(12);
  await earlier(join(home, "earlier"));
  const command = ["export", "aea2026", folder, "--data", node.data, "--no-media", "--media", join(home, "earlier")];
  await promisify(execFile)("java", ["-jar", JAR, ...command]);
});
after(async () => {
  await browser?.close();
  await node?.stop();
  if (home) await rm(home, { recursive: true, force: true });
});

/** Waits until the archive has that many posts. */
async function archived(count) {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const lines = await fetch(`${node.url}${node.path}/export.jsonl`).then((response) => (response.ok ? response.text() : ""));
    if (lines.split("\n").length > count) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("the archive did not get the posts");
}

/** An earlier folder that has the picture, as nobody can be asked for it. */
async function earlier(place) {
  const file = `media/${createHash("sha256").update(PICTURE).digest("hex")}.png`;
  await mkdir(join(place, "data"), { recursive: true });
  await mkdir(join(place, "media"));
  await writeFile(join(place, file), PICTURE);
  await writeFile(join(place, "data/media.jsonl"), `${JSON.stringify({ url: PHOTO.url, file })}\n`);
}

/** A page that cannot reach anything, and remembers what it tried. */
async function offline(options = {}) {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  page.asked = [];
  page.complaints = [];
  page.on("request", (request) => page.asked.push(request.url()));
  page.on("console", (message) => page.complaints.push(message.text()));
  page.on("pageerror", (error) => page.complaints.push(error.message));
  return page;
}

const fromDisk = (name) => pathToFileURL(join(folder, name)).href;

test("every page opens from disk, asks nobody for anything and complains of nothing", async () => {
  const page = await offline();
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".html"));
  assert.ok(names.length >= 2, `${names}`);
  for (const name of names) {
    await page.goto(fromDisk(name));
    await isStyled(page);
  }
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(page.asked.filter((url) => !url.startsWith("file://")), []);
});

/** Whether the style sheet beside it was taken. */
async function isStyled(page) {
  const width = await page.evaluate(() => getComputedStyle(document.body).maxInlineSize);
  assert.notEqual(width, "none", page.url());
}

test("links lead from the event to a day and back, and pictures are shown", async () => {
  const page = await offline();
  await page.goto(fromDisk("index.html"));
  await page.click("main section h2 a >> nth=0");
  assert.equal(await page.locator("article").count(), 12);
  const image = page.locator("article img");
  await image.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector("article img").naturalWidth === 1);
  assert.equal(await image.getAttribute("alt"), "The stage");
  assert.ok((await page.locator("article").allInnerTexts()).some((text) => text.includes(WORDS)));
  await page.click("header a");
  assert.equal(page.url(), fromDisk("index.html"));
});

test("pages of a folder are accessible and fit a phone", async () => {
  const page = await offline({ viewport: { width: 390, height: 844 } });
  await page.goto(fromDisk("index.html"));
  await picture(page, "folder-phone");
  await isAccessible(page);
  await page.click("main section h2 a >> nth=0");
  await picture(page, "folder-day-phone");
  await isAccessible(page);
  const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(wide <= shown, `${wide} > ${shown}`);
});
