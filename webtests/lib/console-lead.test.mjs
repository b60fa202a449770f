import assert from "node:assert/strict";
import test from "node:test";
import { newestOf, pointsOf, summaryOf } from "../../webroot/js/lib/console-chart.js";
import { Happenings, whereOf } from "../../webroot/js/lib/console-happenings.js";
import { bannerOf, leadOf, troublesOf } from "../../webroot/js/lib/console-lead.js";
import { rollingView } from "../../webroot/js/lib/console-rolling.js";
import { forecastOf, pageWarning, wordsOf } from "../../webroot/js/lib/console-acts.js";
import { wellCluster } from "../testkit/fake-cluster.mjs";

const NOW = Date.parse("2026-05-24T14:00:00Z");
const live = { name: "live", since: NOW };
const lost = { name: "lost", since: NOW - 14_000 };

test("the sentence is the console's, with a sign for its level", () => {
  const lead = leadOf(wellCluster(1), live, NOW);
  assert.equal(lead.level, "well");
  assert.equal(lead.sentence, "All is well: 3 nodes, 901 readers.");
  assert.equal(lead.counts, "3 nodes · 901 readers");
});

test("what is not known now is never well", () => {
  for (const link of [lost, { ...lost, name: "expired" }, { name: "connecting", since: null }]) {
    assert.equal(leadOf(wellCluster(1), link, NOW).level, "unknown");
    assert.equal(leadOf(null, link, NOW).level, "unknown");
  }
  const later = { ...wellCluster(1), summary: { level: "splendid", sentence: "?" } };
  assert.equal(leadOf(later, live, NOW).level, "unknown");
  assert.match(leadOf(wellCluster(1), lost, NOW).remedy, /^14 s ago it was: All is well/);
});

test("without a connection the page says since when and how old it is", () => {
  assert.equal(bannerOf(live, NOW, "UTC"), "");
  assert.equal(bannerOf(lost, NOW, "UTC"), "Not connected since 13:59:46. What you see is 14 s old.");
  assert.match(bannerOf({ ...lost, name: "expired" }, NOW, "UTC"), /session has ended/);
  assert.match(bannerOf({ name: "lost", since: null }, NOW, "UTC"), /No connection yet/);
});

test("who is in trouble is named, the worst first, and not more than can be read", () => {
  const cells = ["warn", "well", "bad", "unknown"].map((level, i) => ({ isThere: true, isHeard: true, level, node: `n${i}` }));
  assert.deepEqual(troublesOf([{ cells }]).cells.map(({ level }) => level), ["bad", "warn", "unknown"]);
  const many = Array.from({ length: 9 }, () => cells[0]);
  assert.equal(troublesOf([{ cells: many }]).more, 3);
});

const history = { from: "2026-05-24T13:00:00Z", stepSeconds: 10, series: { readers: [5, null, 7, 6], delayMillis: [null, 3, null] } };
const readers = { series: "readers", words: String };

test("a gap in a curve stays a gap, and its words name it", () => {
  assert.deepEqual(pointsOf(history, "readers")[1], [5, null, 7, 6]);
  assert.deepEqual(pointsOf(history, "posts"), [[], []]);
  assert.equal(summaryOf(history, readers, NOW, "UTC"), "lowest 5 at 13:00, highest 7 at 13:00, once nothing was recorded");
  assert.equal(summaryOf(history, { series: "posts", words: String }, NOW, "UTC"), "Nothing in the last hour");
  assert.match(summaryOf(history, { series: "delayMillis", words: String, isSparse: true }, NOW, "UTC"), /^steady at 3, once there was nothing/);
  assert.equal(newestOf(history, readers), "6");
  assert.equal(newestOf(history, { series: "delayMillis", words: String }), "–");
});

test("what happened is told once, the newest first", () => {
  const told = new Happenings();
  told.add([{ id: "a", at: "2026-05-24T13:00:00Z" }, { id: "b", at: "2026-05-24T13:05:00Z" }]);
  assert.equal(told.add([{ id: "a", at: "2026-05-24T13:00:00Z" }]).length, 0);
  assert.deepEqual(told.list.map(({ id }) => id), ["b", "a"]);
  assert.equal(told.before, "2026-05-24T13:00:00Z");
  assert.deepEqual([{ node: "n", verticle: "v" }, { node: "n" }, {}].map(whereOf), ["v on n", "n", ""]);
});

test("a rolling restart says how far it is and how it ended", () => {
  const steps = ["done", "catching-up", "of a later version"].map((state, i) => ({ node: `n${i}`, state }));
  const view = rollingView({ id: "1", verticle: "delivery", state: "running", steps });
  assert.equal(view.progress, "1 of 3 nodes done");
  assert.equal(view.isOver, false);
  assert.deepEqual(view.steps.map(({ words }) => words), ["Done", "Catching up", "Waiting"]);
  assert.equal(rollingView({ id: "1", state: "failed", steps }).level, "bad");
  assert.equal(rollingView({ id: "1", state: "aborted", steps }).level, "warn");
});

test("an action says what it will do", () => {
  const told = forecastOf({ readers: 312, postsAtRisk: 0, seconds: 4.2 });
  assert.deepEqual(told.map(({ name, words }) => `${words} ${name}`), ["312 readers move", "0 posts at risk", "about 4 s it takes"]);
  assert.equal(forecastOf({ postsAtRisk: 3 })[1].isHigh, true);
  assert.equal(wordsOf({ action: "restart", verticle: "delivery", node: "a" }).title, "Restart delivery on a?");
  assert.equal(wordsOf({ action: "restart", verticle: "delivery", node: null }).confirm, "Restart everywhere");
});

test("it says too what becomes of the page", () => {
  assert.equal(pageWarning("none", []), "");
  assert.match(pageWarning("for good", [{ node: "b" }]), /it goes on at b/);
  assert.match(pageWarning("for good", []), /no other node serves a console/);
  assert.match(pageWarning("for a moment", []), /comes back by itself/);
});
