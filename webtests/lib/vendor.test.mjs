import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url));

test("the plotting library is served as it was released", async () => {
  for (const file of ["uPlot.esm.js", "uPlot.min.css"]) {
    const [served, released] = await Promise.all([
      read(`webroot/vendor/uplot/${file}`),
      read(`webtests/node_modules/uplot/dist/${file}`),
    ]);
    assert.ok(served.equals(released), file);
  }
});
