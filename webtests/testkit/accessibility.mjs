import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What a look that differs in its colours only can break. */
export const COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * Fails with every rule that the page breaks for people who use it in other ways. Who looks for that
 * tries styles that our policy forbids, so what the browser complains of is of interest before.
 *
 * @param rules those to look at; all where none are named
 */
export async function isAccessible(page, rules = []) {
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.evaluate(await readFile(AXE, "utf8")); // by the debugger, so our policy stays as it is
  const options = { resultTypes: ["violations"], preload: false, ...(rules.length > 0 && { runOnly: rules }) };
  const { violations } = await page.evaluate((wanted) => window.axe.run(document, wanted), options);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(" | ")}`);
  assert.deepEqual(found, []);
}
