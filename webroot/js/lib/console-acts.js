import { about, count } from "./console-words.js";

const VERBS = {
  start: { ask: "Start", doing: "Starting", done: "Started" },
  stop: { ask: "Stop", doing: "Stopping", done: "Stopped" },
  restart: { ask: "Restart", doing: "Restarting", done: "Restarted" },
};

/** `delivery on node-b`, or all of them. */
export const nameOf = ({ node, verticle }) =>
  node === null ? `${verticle} on all nodes, one after the other` : `${verticle} on ${node}`;

/** What a dialog about an action says: `{title, confirm, doing, done}`. */
export function wordsOf(target) {
  const { ask, doing, done } = VERBS[target.action];
  const name = nameOf(target);
  return {
    title: `${ask} ${name}?`,
    confirm: target.node === null ? `${ask} everywhere` : `${ask} now`,
    doing: `${doing} ${name} …`,
    done: `${done} ${name}`,
    failed: `${ask} ${name}: not done`,
  };
}

/** What an action would do, in numbers: `[{name, words, isHigh}]`. */
export const forecastOf = ({ readers = 0, postsAtRisk = 0, seconds = 0 }) => [
  { name: "move", words: count(readers, "reader"), isHigh: false },
  { name: "at risk", words: count(postsAtRisk, "post"), isHigh: postsAtRisk > 0 },
  { name: "it takes", words: about(seconds), isHigh: false },
];

/** What becomes of the page itself; empty where nothing does. */
export function pageWarning(blow, places) {
  if (blow === "none") return "";
  const place = places[0] ? `it goes on at ${places[0].node}` : "no other node serves a console";
  return blow === "for good"
    ? `This page comes from that node: ${place}.`
    : "This page comes from that node: it is disconnected for a moment, comes back by itself and tells what happened.";
}
