import assert from "node:assert/strict";
import test from "node:test";
import { Aftermath } from "../../webroot/js/lib/console-aftermath.js";
import { blowOf, elsewhere, fragmentOf, outcomeOf, servingNode, targetIn } from "../../webroot/js/lib/console-elsewhere.js";
import { node, verticle } from "../testkit/fake-cluster.mjs";

const NOW = Date.now();
const at = (seconds) => new Date(NOW + seconds * 1_000).toISOString();
const doors = () => [verticle("front"), verticle("console")];
const [a, b] = [node("a", 8080, doors()), node("b", 8081, doors())];
const place = (address) => new URL(address);

test("the node that serves the page is known by its address, however the machine is called", () => {
  assert.equal(servingNode([a, b], place("http://127.0.0.1:8081/console")), b);
  assert.equal(servingNode([a, b], place("http://localhost:8080/console")), a);
  assert.equal(servingNode([a, b], place("https://feed.example/console")), null);
  assert.equal(servingNode([node("c", 1, [], { http: "no address" })], place("http://localhost:1/")), null);
});

test("the page goes on at nodes that serve a console, under the name that its cookie knows", () => {
  assert.deepEqual(elsewhere([a, b], a, place("http://localhost:8080/console")), [{ node: "b", url: "http://localhost:8081/console" }]);
  assert.deepEqual(elsewhere([a, b], null, place("http://feed.example/")), [], "behind a load balancer it decides");
  const unfit = [{ heard: false }, { draining: true }, { http: "javascript:alert(1)" }, { http: "https://x.example" }, { verticles: [verticle("front")] }];
  for (const more of unfit) assert.deepEqual(elsewhere([a, { ...b, ...more }], a, place("http://localhost:8080/")), []);
});

test("only what serves the page takes the page away", () => {
  assert.equal(blowOf({ node: "a", verticle: "front", action: "stop" }, a), "for good");
  assert.equal(blowOf({ node: "a", verticle: "console", action: "restart" }, a), "for a moment");
  assert.equal(blowOf({ node: "a", verticle: "delivery", action: "stop" }, a), "none");
  assert.equal(blowOf({ node: "b", verticle: "front", action: "stop" }, a), "none");
  assert.equal(blowOf({ node: "a", verticle: "front", action: "stop" }, null), "none");
});

test("an action travels in an address, and nonsense there is none", () => {
  const target = { node: "a", verticle: "front", action: "stop", at: NOW };
  assert.deepEqual(targetIn(fragmentOf(target)), target);
  for (const nonsense of ["", "#nodes", "#after=%", "#after=null", "#after=7", '#after={"node":1}']) assert.equal(targetIn(nonsense), null);
});

const asked = { node: "a", verticle: "front", action: "restart", at: NOW };
const cluster = (more, ofNode = {}) => [node("a", 8080, [verticle("front", more)], ofNode)];

test("what came of an action is seen from the state that began after it", () => {
  assert.equal(outcomeOf(asked, cluster({ since: at(-300) }), [], NOW), null, "still the old state");
  assert.equal(outcomeOf(asked, cluster({ state: "starting", since: at(1) }), [], NOW), null);
  assert.equal(outcomeOf(asked, cluster({ since: at(1) }, { heard: false }), [], NOW), null);
  assert.deepEqual(outcomeOf(asked, cluster({ since: at(1) }), [], NOW + 4_000), { isGood: true, isWhole: false, sentence: "Running for 3 s." });
  assert.equal(outcomeOf(asked, cluster({ since: at(1), state: "failed" }), [], NOW).isGood, false);
  const stop = { ...asked, action: "stop" };
  assert.equal(outcomeOf(stop, cluster({ since: at(1), state: "stopped", desired: "stopped" }), [], NOW).isGood, true);
});

test("the timeline's words for it are used", () => {
  const told = [{ node: "a", verticle: "front", at: at(1), sentence: "Restarted after 0.4 s." }];
  assert.match(outcomeOf(asked, cluster({ since: at(1) }), told, NOW + 4_000).sentence, /^Restarted after 0.4 s. Running/);
  const old = [{ ...told[0], at: at(-60) }];
  assert.match(outcomeOf(asked, cluster({ since: at(1) }), old, NOW + 4_000).sentence, /^Running/);
});

function aftermath() {
  const told = [];
  return { told, of: new Aftermath((outcome) => (told.push(outcome), outcome.id ?? 1)) };
}

test("a lost answer is looked for until it is found, and told in its place", () => {
  const { told, of } = aftermath();
  of.expect(asked);
  of.look(cluster({ since: at(-300) }), [], NOW);
  assert.equal(told.length, 1);
  of.look(cluster({ since: at(1) }), [], NOW + 4_000);
  of.look(cluster({ since: at(1) }), [], NOW + 5_000);
  assert.equal(told.length, 2);
  assert.deepEqual([told[1].id, told[1].level], [1, "well"]);
});

test("the timeline's words are told even when they come after the state", () => {
  const { told, of } = aftermath();
  of.expect(asked);
  of.look(cluster({ since: at(1) }), [], NOW + 4_000);
  assert.match(told[1].sentence, /^Running/);
  const words = [{ node: "a", verticle: "front", at: at(1), sentence: "Restarted after 0.4 s." }];
  of.look(cluster({ since: at(1) }), words, NOW + 5_000);
  of.look(cluster({ since: at(1) }), words, NOW + 6_000);
  assert.equal(told.length, 3);
  assert.match(told[2].sentence, /^Restarted after 0.4 s. Running/);
  assert.equal(told[2].id, told[1].id);
});

test("what was told is not taken back when the timeline never speaks of it", () => {
  const { told, of } = aftermath();
  of.expect(asked);
  of.look(cluster({ since: at(1) }), [], NOW + 4_000);
  of.look([], [], NOW + 61_000);
  assert.deepEqual(told.map(({ level }) => level), ["busy", "well"]);
});

test("an outcome that cannot be found is said to be unknown", () => {
  const { told, of } = aftermath();
  of.expect(asked);
  of.look([], [], NOW + 61_000);
  assert.equal(told[1].level, "unknown");
});

test("the page goes elsewhere once the node that serves it is gone by its own doing", () => {
  const { of } = aftermath();
  assert.equal(of.leaving(60_000, NOW), null, "a loss by itself is no reason");
  of.part(asked, "for a moment");
  assert.equal(of.leaving(5_000, NOW), null);
  assert.equal(of.leaving(11_000, NOW), asked);
  of.part(asked, "for good");
  assert.equal(of.leaving(3_000, NOW), asked);
  assert.equal(of.leaving(0, NOW + 16_000), null);
  assert.equal(of.leaving(60_000, NOW + 80_000), null, "it stayed, so a later loss has other reasons");
  of.part(asked, "none");
  assert.equal(of.leaving(60_000, NOW), null);
});
