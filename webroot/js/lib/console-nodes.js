import { lastHeard } from "./console-matrix.js";
import { SIGNS, stateOf, worst } from "./console-states.js";
import { count, figure, memory, millis, span, whole } from "./console-words.js";

/** From here on an event loop keeps readers waiting. */
const SLOW_LOOP_MS = 100;

/** From here on the collector of garbage has little room. */
const FULL_HEAP = 0.9;

/**
 * A node as the page shows it.
 *
 * @param node as told by `/nodes`
 * @param now milliseconds, by the clock of the console
 */
export function nodeView(node, now) {
  const isHeard = node.heard;
  return {
    ...conditionOf(node),
    node: node.node,
    isHeard,
    about: aboutOf(node),
    roles: node.roles.join(", "),
    http: node.http ?? "",
    heard: isHeard ? `up for ${span(now - Date.parse(node.startedAt))}` : lastHeard(node, now),
    facts: factsOf(node),
  };
}

/** In a word, whether it serves; its verticles tell the rest. */
function conditionOf(node) {
  if (!node.heard) return { level: "unknown", sign: "?", words: "Not heard" };
  if (node.draining) return { level: "busy", sign: "…", words: "Draining, readers move away" };
  if (!node.ready) return { level: "warn", sign: "!", words: "Not ready for readers" };
  const level = worst(node.verticles.map((each) => stateOf(each, true).level));
  return level === "bad" || level === "warn"
    ? { level, sign: SIGNS[level], words: "A verticle is in trouble" }
    : { level: "well", sign: "✓", words: "Ready" };
}

function aboutOf({ version, verticles }) {
  return `version ${version}, ${count(verticles.length, "verticle")}`;
}

/** `[{name, words, remark, isHigh}]`; what a node does not tell is left out. */
function factsOf(node) {
  const { memory: used = {}, processors, cpu, load, loopDelayMillis, readers, delayMillis } = node;
  return [
    fact("Readers", readers, whole),
    fact("Memory", used.resident || undefined, memory),
    fact("Heap", used.heapUsed, (bytes) => `${memory(bytes)} of ${memory(used.heapMax)}`, {
      isHigh: used.heapUsed > used.heapMax * FULL_HEAP,
    }),
    fact("CPU", cpu, (busy) => `${figure(busy)} of ${processors}`, { isHigh: cpu > processors * 0.9 }),
    fact("Load", load, figure, { isHigh: load > processors * 2 }),
    fact("Event loop", loopDelayMillis, (ms) => `${millis(ms)} late`, {
      isHigh: loopDelayMillis > SLOW_LOOP_MS,
    }),
    fact("Post to reader", delayMillis, millis),
  ].filter(Boolean);
}

const fact = (name, value, words, { isHigh = false } = {}) =>
  value === undefined || value === null ? null : { name, words: words(value), isHigh };
