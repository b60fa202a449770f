import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";

/** Chromium needs no sandbox to look at our own pages as root, and nothing from its maker. */
const ARGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--disable-gpu",
];

/** What a test waits for comes, but on a busy machine it comes late. */
const PATIENCE_MS = 60_000;

const SCREENSHOTS = new URL("../../target/screenshots/", import.meta.url);

export const openBrowser = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGS });

/**
 * A page that remembers what must not happen: `complaints` are errors, warnings and violations of
 * the Content-Security-Policy, `hosts` are all it spoke to.
 */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  page.complaints = [];
  page.hosts = new Set();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(error.message));
  page.on("request", (request) => page.hosts.add(new URL(request.url()).host));
  await page.goto(url);
  return page;
}

/** Numbers of the cards on the page, from top to bottom. */
export const numbersOn = (page) =>
  page.$$eval(".card", (cards) => cards.map((card) => Number(card.dataset.n)));

/** Waits until the page shows the card with that number. */
export const shows = (page, n, options = {}) =>
  page.waitForSelector(`.card[data-n="${n}"]`, { state: "attached", ...options });

/** Waits for the words that say how the page is connected. */
export const says = (page, state) =>
  page.waitForSelector(`connection-state[data-state="${state}"]`);

/** Keeps a picture of the page under `target/screenshots/`. */
export async function picture(page, name, options = {}) {
  await mkdir(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: new URL(`${name}.png`, SCREENSHOTS).pathname, ...options });
}
