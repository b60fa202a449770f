import assert from "node:assert/strict";
import { isAccessible } from "./accessibility.mjs";
import { picture } from "./browser.mjs";

/** What leads elsewhere, or does something, is of no use on paper. */
const USELESS = ".bar, .skip, .event-nav, .talk-event a + a, .paging, .filters, .new-posts, .report-tools, form, button";

/**
 * Fails unless the page can be read on paper, also by people who like their screens dark: browsers
 * leave backgrounds out, so what is readable only on its background is not.
 *
 * @param name of the picture that is kept
 */
export async function isPrintable(page, name) {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const left = await page.$$eval(USELESS, (all) =>
    all.filter((each) => each.checkVisibility()).map((each) => each.className || each.tagName));
  assert.deepEqual(left, [], "is of no use on paper");
  await page.evaluate(() => {
    const bare = new CSSStyleSheet();
    bare.replaceSync("*, *::before, *::after { background: none !important } html { background: white !important }");
    document.adoptedStyleSheets = [bare];
  });
  await picture(page, name, { fullPage: true });
  await isAccessible(page);
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  await page.emulateMedia({ media: null, colorScheme: null });
}
