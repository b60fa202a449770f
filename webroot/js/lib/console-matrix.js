import { stateOf, worst } from "./console-states.js";
import { rate, span, whole } from "./console-words.js";

/** In the order in which a post travels; sources come where `*` stands. */
const ORDER = ["front", "ingest", "coverage", "*", "store", "archive", "delivery", "site", "console"];

/** An error that is over is of interest for a while. */
const RECENT_MS = 3_600_000;

/**
 * All verticles by all nodes, as the page shows them.
 *
 * @param nodes as told by `/nodes`
 * @param rates `{of(node, verticle)}`
 * @param now milliseconds, by the clock of the console
 * @returns `[{verticle, level, rate, cells: [{node, isThere, …}]}]`, a cell for each node
 */
export function matrixOf(nodes, rates, now) {
  const names = new Set(nodes.flatMap(({ verticles }) => verticles.map(({ verticle }) => verticle)));
  return [...names].sort(byOrder).map((verticle) => rowOf(verticle, nodes, rates, now));
}

function rowOf(verticle, nodes, rates, now) {
  const cells = nodes.map((node) => {
    const told = node.verticles.find((each) => each.verticle === verticle);
    return told
      ? cellOf(told, node, rates.of(node.node, verticle), now)
      : { node: node.node, verticle, isThere: false };
  });
  const there = cells.filter(({ isThere }) => isThere);
  return { verticle, cells, level: worst(there.map(({ level }) => level)), nodes: there.length };
}

/** One verticle on one node, all of it in words. */
export function cellOf(told, node, perSecond, now) {
  const state = stateOf(told, node.heard);
  return {
    ...state,
    node: node.node,
    verticle: told.verticle,
    isThere: true,
    isHeard: node.heard,
    told,
    since: node.heard ? `for ${span(now - Date.parse(told.since))}` : lastHeard(node, now),
    rate: rateOf(told, node.heard, perSecond),
    lag: lagOf(told),
    isBehind: told.lag > 0,
    restarts: restartsOf(told),
    error: errorOf(told, state.level, now),
    done: whole(told.work ?? 0),
    worked: told.worked ? `${span(now - Date.parse(told.worked))} ago` : "never yet",
  };
}

export const lastHeard = (node, now) => `last heard ${span(now - Date.parse(node.at))} ago`;

function rateOf({ state, standby }, isHeard, perSecond) {
  if (!isHeard || standby || !["running", "degraded"].includes(state) || perSecond === null) return "";
  return rate(perSecond);
}

const lagOf = ({ lag, lagMeaning }) =>
  lag === undefined ? "" : `${whole(lag)} ${lagMeaning ?? "behind"}`;

/** By cause, as a person's restart is no reason to worry. */
function restartsOf({ restarts }) {
  const { people = 0, failures = 0 } = restarts ?? {};
  if (people + failures === 0) return "";
  const causes = [
    failures > 0 ? `${failures} after ${failures === 1 ? "a failure" : "failures"}` : "",
    people > 0 ? `${people} by people` : "",
  ];
  return `Restarts: ${causes.filter(Boolean).join(", ")}`;
}

/** Of somebody who is well, only what was recently. */
function errorOf({ lastError, lastErrorAt }, level, now) {
  if (!lastError) return "";
  if (!lastErrorAt) return lastError;
  const age = now - Date.parse(lastErrorAt);
  if (level === "well" && age > RECENT_MS) return "";
  return `${span(age)} ago: ${lastError}`;
}

function byOrder(a, b) {
  return place(a) - place(b) || (a < b ? -1 : 1);
}

function place(verticle) {
  const at = ORDER.indexOf(verticle.split(".")[0]);
  return at < 0 ? ORDER.indexOf("*") : at;
}
