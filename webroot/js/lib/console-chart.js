import { clock, figure, millis, whole } from "./console-words.js";

/** The charts of the page, each a series of `/history`. */
export const CHARTS = [
  { series: "readers", title: "Readers", words: whole },
  { series: "posts", title: "Posts a second", words: figure },
  { series: "deliveries", title: "Deliveries a second", words: figure },
  { series: "delayMillis", title: "Delay from post to reader", words: millis, isSparse: true },
];

/** Where there is no value a point is null, so that a gap stays a gap; times are in seconds. */
export function pointsOf({ from, stepSeconds, series }, name) {
  const start = Date.parse(from) / 1_000;
  const values = (series[name] ?? []).map((value) => value ?? null);
  return [values.map((_, i) => start + i * stepSeconds), values];
}

/** What the curve says, for those who do not see it. */
export function summaryOf(history, { series, words, isSparse = false }, now, zone) {
  const [times, values] = pointsOf(history, series);
  const known = values.map((value, i) => ({ value, at: times[i] })).filter(({ value }) => value !== null);
  if (known.length === 0) return "Nothing in the last hour";
  const low = known.reduce((a, b) => (b.value < a.value ? b : a));
  const high = known.reduce((a, b) => (b.value > a.value ? b : a));
  const at = (point) => clock(new Date(point.at * 1_000), new Date(now), zone).replace(/:\d\d$/, "");
  const range = low.value === high.value
    ? `steady at ${words(high.value)}`
    : `lowest ${words(low.value)} at ${at(low)}, highest ${words(high.value)} at ${at(high)}`;
  return [range, gapsWords(gapsOf(values), isSparse)].filter(Boolean).join(", ");
}

/** The newest value in words; where there is none now, a dash. */
export function newestOf(history, { series, words }) {
  const value = pointsOf(history, series)[1].at(-1) ?? null;
  return value === null ? "–" : words(value);
}

/** How often the curve is interrupted, its edges not counted. */
function gapsOf(values) {
  const first = values.findIndex((value) => value !== null);
  const inner = values.slice(first);
  return inner.filter((value, i) => value === null && inner[i - 1] !== null).length;
}

function gapsWords(gaps, isSparse) {
  if (gaps === 0) return "";
  const times = gaps === 1 ? "once" : `${gaps} times`;
  return isSparse ? `${times} there was nothing to deliver` : `${times} nothing was recorded`;
}
