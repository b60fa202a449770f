import assert from "node:assert/strict";
import test from "node:test";
import { actionsFor, stateOf, worst } from "../../webroot/js/lib/console-states.js";

const STATES = ["stopped", "starting", "running", "degraded", "backoff", "stopping", "failed", "unknown", "of a later version"];

test("each state has a level, a sign and words", () => {
  for (const state of STATES) {
    const view = stateOf({ state, desired: "running" }, true);
    assert.ok(view.level && view.sign && view.words, state);
  }
});

test("of a node that is not heard nothing is ever green", () => {
  for (const state of STATES) assert.equal(stateOf({ state, desired: "running" }, false).level, "unknown");
});

test("a state that is not known here is unknown", () => {
  assert.equal(stateOf({ state: "of a later version", desired: "running" }, true).level, "unknown");
});

test("who stands by, and who does not do what is wanted, is told apart", () => {
  assert.equal(stateOf({ state: "running", desired: "running", standby: true }, true).words, "Standing by");
  assert.equal(stateOf({ state: "stopped", desired: "stopped" }, true).level, "off");
  assert.equal(stateOf({ state: "stopped", desired: "running" }, true).level, "warn");
  assert.equal(stateOf({ state: "running", desired: "stopped" }, true).level, "busy");
});

test("several are as bad as the worst, and none is unknown", () => {
  assert.equal(worst(["well", "warn", "bad", "well"]), "bad");
  assert.equal(worst(["well", "off"]), "off");
  assert.equal(worst([]), "unknown");
});

test("only what makes sense can be done", () => {
  assert.deepEqual(actionsFor({ desired: "stopped", state: "stopped" }), ["start"]);
  assert.deepEqual(actionsFor({ desired: "running", state: "running" }), ["restart", "stop"]);
  assert.deepEqual(actionsFor({ desired: "running", state: "failed" }), ["start", "stop"]);
});
