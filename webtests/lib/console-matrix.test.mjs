import assert from "node:assert/strict";
import test from "node:test";
import { matrixOf } from "../../webroot/js/lib/console-matrix.js";
import { nodeView } from "../../webroot/js/lib/console-nodes.js";
import { Rates } from "../../webroot/js/lib/console-rates.js";
import { node, verticle } from "../testkit/fake-cluster.mjs";

const NOW = Date.now();
const ago = (seconds) => new Date(NOW - seconds * 1_000).toISOString();
const rates = { of: () => 2 };
const cell = (more, ofNode = {}) => matrixOf([node("a", 1, [verticle("store", more)], ofNode)], rates, NOW)[0].cells[0];

test("rows are in the order in which a post travels, sources in between", () => {
  const names = ["console", "archive.e", "x.e", "delivery", "feeds.e", "front", "store"];
  const rows = matrixOf([node("a", 1, names.map((name) => verticle(name)))], rates, NOW);
  assert.deepEqual(rows.map((row) => row.verticle), ["front", "feeds.e", "x.e", "store", "archive.e", "delivery", "console"]);
});

test("each row has a cell for each node, there or not", () => {
  const [front, store] = matrixOf([node("a", 1, [verticle("front")]), node("b", 2, [verticle("front"), verticle("store")])], rates, NOW);
  assert.deepEqual(front.cells.map(({ isThere }) => isThere), [true, true]);
  assert.deepEqual(store.cells.map(({ isThere }) => isThere), [false, true]);
});

test("a cell says since when, how much, how far behind and what was restarted by whom", () => {
  const told = cell({ since: ago(200), lag: 1_240, lagMeaning: "updates not yet archived", restarts: { people: 1, failures: 2 } });
  assert.equal(told.since, "for 3 min");
  assert.equal(told.rate, "2/s");
  assert.equal(told.lag, "1,240 updates not yet archived");
  assert.equal(told.restarts, "Restarts: 2 after failures, 1 by people");
  assert.equal(cell({}).restarts, "");
  assert.equal(cell({}).lag, "");
});

test("who does nothing by design has no rate", () => {
  assert.equal(cell({ standby: true }).rate, "");
  assert.equal(cell({ state: "failed" }).rate, "");
});

test("an old error of somebody who is well is not told, of somebody in trouble it is", () => {
  const error = { lastError: "no answer", lastErrorAt: ago(7_200) };
  assert.equal(cell(error).error, "");
  assert.equal(cell({ ...error, lastErrorAt: ago(60) }).error, "1 min ago: no answer");
  assert.equal(cell({ ...error, state: "failed" }).error, "2 h ago: no answer");
});

test("a node that is not heard keeps its cells, unknown, with when it was heard", () => {
  const told = cell({}, { heard: false, at: ago(12) });
  assert.equal(told.level, "unknown");
  assert.equal(told.since, "last heard 12 s ago");
  assert.equal(told.rate, "");
});

test("a rate is how work grew between reports", () => {
  const heard = new Rates();
  const told = (seconds, work, more = {}) => heard.hear([node("a", 1, [verticle("x.e", { work })], { at: ago(seconds), ...more })]);
  told(40, 100);
  assert.equal(heard.of("a", "x.e"), null);
  told(38, 106);
  assert.equal(heard.of("a", "x.e"), 3);
  told(38, 106);
  assert.equal(heard.of("a", "x.e"), 3, "a report that is told again counts once");
  told(36, 2);
  assert.equal(heard.of("a", "x.e"), null, "who was started anew counts from nothing");
  told(34, 4);
  assert.equal(heard.of("a", "x.e"), 1);
  told(10, 4);
  told(8, 4);
  assert.equal(heard.of("a", "x.e"), 0, "what is long ago does not count");
  told(6, 1_000, { life: "a-2" });
  assert.equal(heard.of("a", "x.e"), null, "nor what another life did");
  assert.equal(heard.of("b", "x.e"), null);
});

test("a node says how it is and what it uses", () => {
  const view = nodeView(node("a", 1, [verticle("front")], { startedAt: ago(200), delayMillis: undefined }), NOW);
  assert.equal(view.level, "well");
  assert.equal(view.heard, "up for 3 min");
  assert.deepEqual(view.facts.map(({ name, words }) => `${name}: ${words}`), [
    "Readers: 312", "Memory: 388 MB", "Heap: 142 MB of 512 MB", "CPU: 0.4 of 4", "Load: 0.8", "Event loop: 1.8 ms late",
  ]);
});

test("a node is not well while it is silent, drains, is not ready or has a verticle in trouble", () => {
  const level = (more, verticles = [verticle("front")]) => nodeView(node("a", 1, verticles, more), NOW).level;
  assert.equal(level({ heard: false }), "unknown");
  assert.equal(level({ draining: true }), "busy");
  assert.equal(level({ ready: false }), "warn");
  assert.equal(level({}, [verticle("front", { state: "failed" })]), "bad");
});
