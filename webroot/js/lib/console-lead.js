import { SIGNS } from "./console-states.js";
import { clock, count, span } from "./console-words.js";
import { isTrouble } from "./console-states.js";

const LEVELS = { ok: "well", warn: "warn", bad: "bad" };

/** More of them nobody reads on top of a page. */
const MOST_TROUBLES = 6;

/**
 * The sentence on top. What is not known now is never said to be well.
 *
 * @param answer of `/nodes`, null before the first one
 * @param link `{name, since}`: how the page is connected, and when it last heard, in milliseconds
 */
export function leadOf(answer, link, now) {
  if (!answer) return starting(link);
  if (link.name === "live") return { ...said(answer.summary), counts: countsOf(answer) };
  return {
    level: "unknown",
    sign: SIGNS.unknown,
    sentence: link.name === "expired" ? "You are logged out" : "Not connected",
    remedy: `${span(now - link.since)} ago it was: ${answer.summary.sentence}`,
    counts: countsOf(answer),
  };
}

function starting({ name }) {
  const sentence = name === "connecting" ? "Looking …" : "Nothing is known yet: no connection";
  return { level: "unknown", sign: SIGNS.unknown, sentence, remedy: "", counts: "" };
}

function said({ level, sentence, remedy = "" }) {
  const ours = LEVELS[level] ?? "unknown";
  return { level: ours, sign: SIGNS[ours], sentence, remedy };
}

function countsOf({ nodes }) {
  const heard = nodes.filter((node) => node.heard);
  const readers = heard.reduce((sum, node) => sum + (node.readers ?? 0), 0);
  const silent = nodes.length - heard.length;
  const parts = [count(heard.length, "node"), count(readers, "reader")];
  if (silent > 0) parts.push(`${count(silent, "node")} not heard`);
  return parts.join(" · ");
}

/** The cells that a person should look at, those of nodes that are heard first. */
export function troublesOf(matrix) {
  const cells = matrix
    .flatMap((row) => row.cells)
    .filter(({ isThere, isHeard, level }) => isThere && isHeard && isTrouble(level));
  const worstFirst = cells.sort((a, b) => rank(a) - rank(b));
  return { cells: worstFirst.slice(0, MOST_TROUBLES), more: Math.max(0, cells.length - MOST_TROUBLES) };
}

const rank = ({ level }) => (level === "bad" ? 0 : 1);

/** What is said while the page is not connected; empty while it is. */
export function bannerOf(link, now, zone) {
  if (link.name === "live" || link.name === "connecting") return "";
  if (link.name === "expired") return "Your session has ended. What you see is from before.";
  if (!link.since) return "No connection yet. Trying again and again.";
  const since = clock(new Date(link.since), new Date(now), zone);
  return `Not connected since ${since}. What you see is ${span(now - link.since)} old.`;
}
