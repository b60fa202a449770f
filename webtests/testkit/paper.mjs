import assert from "node:assert/strict";
import { COLOURS, isAccessible } from "./accessibility.mjs";
import { picture } from "./browser.mjs";

/** Between the margins of A4. */
const SHEET = { width: 718, height: 1046 };

/** What leads elsewhere, or does something, is of no use on paper. */
const USELESS = ".bar, .skip, .event-nav, .talk-event a + a, .paging, .filters, .new-posts, .report-tools, select, button";

/**
 * Fails unless the page can be read on paper, also by people who like their screens dark: browsers
 * leave backgrounds out, so what is readable only on its background is not.
 *
 * @param name of the picture that is kept
 */
export async function isPrintable(page, name) {
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const left = await page.$$eval(USELESS, (all) =>
    all.filter((each) => each.checkVisibility()).map((each) => each.className || each.tagName));
  assert.deepEqual(left, [], "is of no use on paper");
  const times = await page.locator(".card-time").allTextContents();
  assert.deepEqual(times.filter((time) => !/\d{4}, \d\d:\d\d$/.test(time)), [], "says when");
  await picture(page, name, { fullPage: true });
  await page.evaluate(takeBackgrounds);
  await isAccessible(page, COLOURS);
}

/** By the script, as our policy forbids other styles than ours. */
function takeBackgrounds() {
  const bare = new CSSStyleSheet();
  bare.replaceSync("*, *::before, *::after { background: none !important } html { background: white !important }");
  document.adoptedStyleSheets = [bare];
}
