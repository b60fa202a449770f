import { networkLabel } from "./networks.js";
import { venueRange, venueTime } from "./times.js";

/** What a page says of a state. */
const STATES = {
  streaming: "followed live",
  polling: "looked at again and again",
  "catching-up": "catching up",
  degraded: "in trouble",
  off: "off",
};

/** Longer lists nobody reads. */
const MOST_TIMES = 20;

/** A bar is that wide, whatever its time; see the viewBox of the markup. */
const WIDTH = 1_000;

/** So that a gap of some seconds in a day of hours can be seen. */
const NARROWEST = 4;

const COUNTS = new Intl.NumberFormat("en");

const count = (number, noun) => `${COUNTS.format(number)} ${noun}${number === 1 ? "" : "s"}`;

/**
 * The answer of `/coverage` (docs/protocol.md) as a page shows it.
 *
 * @param zone IANA name of the venue's time zone
 * @param now a Date
 */
export const integrityView = (answer, zone, now) => ({
  level: answer.level,
  line: answer.line,
  sources: answer.sources.map((source) => sourceView(source, answer, zone, now)),
});

function sourceView(source, { from, to }, zone, now) {
  const { state, since, remark, lastPost, spending, intervals } = source;
  const seen = lastPost ? `, last post ${venueTime(new Date(lastPost), now, zone)}` : "";
  return {
    name: nameOf(source),
    state,
    words: `${STATES[state] ?? state} since ${venueTime(new Date(since), now, zone)}${seen}`,
    remark: remark ?? "",
    spending: spending ? spendingWords(spending) : "",
    bars: barsOf(intervals, Date.parse(from), Date.parse(to)),
    times: timesOf(intervals, zone, now),
  };
}

const nameOf = ({ source, part }) =>
  part ? `${networkLabel(source)} (${part})` : networkLabel(source);

const spendingWords = ({ perDay, read, projected }) =>
  perDay > 0
    ? `${COUNTS.format(read)} of ${count(perDay, "post")} read today, ` +
      `${COUNTS.format(projected)} by midnight UTC if it goes on like this`
    : `${count(read, "post")} read today, without a limit`;

/** `{kind, x, width}` of what lies within the time looked at. */
function barsOf(intervals, from, to) {
  const span = to - from;
  if (!(span > 0)) return [];
  const place = (moment) => ((Math.min(Math.max(Date.parse(moment), from), to) - from) / span) * WIDTH;
  return intervals
    .map((interval) => ({ kind: interval.kind, x: place(interval.from), end: place(interval.to) }))
    .filter(({ x, end }) => end > x)
    .map(({ kind, x, end }) => {
      const width = Math.max(end - x, kind === "complete" ? 0 : NARROWEST);
      return { kind, x: Math.min(x, WIDTH - width), width };
    })
    .sort((a, b) => (a.kind === "complete" ? 0 : 1) - (b.kind === "complete" ? 0 : 1));
}

/** All that is not simply complete, the newest first; where there is nothing of that, what is. */
function timesOf(intervals, zone, now) {
  const told = intervals.filter(({ kind }) => kind !== "complete").reverse();
  if (told.length === 0) return intervals.slice(-1).map((last) => timeOf(last, zone, now));
  const times = told.slice(0, MOST_TIMES).map((interval) => timeOf(interval, zone, now));
  const rest = told.length - times.length;
  return rest > 0 ? [...times, { kind: "more", words: `and ${rest} earlier` }] : times;
}

function timeOf({ from, to, kind, posts = 0, reason }, zone, now) {
  const when = venueRange(new Date(from), new Date(to), now, zone);
  const filled = posts > 0 ? `filled later, ${count(posts, "post")}` : "checked later, nothing was missing";
  const what = kind === "backfilled" ? filled : kind;
  return { kind, words: reason ? `${when} ${what}: ${reason}` : `${when} ${what}` };
}

/** Whether its time is unknown up to now; a part that is not followed any more ended earlier. */
const isMissed = ({ intervals }, { to }) => {
  const last = intervals.at(-1);
  return last?.kind === "unknown" && Date.parse(last.to) >= Date.parse(to);
};

/**
 * Why a page that is connected must not simply say "Live"; null when it may.
 *
 * @param answer of `/coverage`, null when it could not be asked
 * @returns `{state, words}`
 */
export function troubleOf(answer) {
  if (!answer) return { state: "unchecked", words: "Connected" };
  if (answer.problem) return { state: "delayed", words: "New posts held up" };
  if (Date.parse(answer.at) > Date.parse(answer.to)) return null; // the event is over
  const names = answer.sources
    .filter((source) => source.state === "degraded" || (source.state === "off" && isMissed(source, answer)))
    .map(nameOf);
  if (names.length === 0) return null;
  const who = names.length === 1 ? names[0] : `${names.length} networks`;
  return { state: "partly", words: `Live, ${who} in trouble` };
}
