import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/**
 * Fails with every rule that the page breaks for people who use it in other ways. Who looks for that
 * tries styles that our policy forbids, so what the browser complains of is of interest before.
 */
export async function isAccessible(page) {
  await page.evaluate(await readFile(AXE, "utf8")); // by the debugger, so our policy stays as it is
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], preload: false }));
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(" | ")}`);
  assert.deepEqual(found, []);
}
