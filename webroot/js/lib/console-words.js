const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const CLOCK = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" };
const DATE = { day: "numeric", month: "short" };

/** `1,240`. */
export const whole = (number) => WHOLE.format(number);

/** `312 readers`, `1 reader`. */
export const count = (number, noun) =>
  `${WHOLE.format(number)} ${noun}${number === 1 ? "" : "s"}`;

/** Large ones whole, small ones with a decimal. */
export const figure = (number) => (Math.abs(number) < 10 ? TENTHS : WHOLE).format(number);

/** How long: `12 s`, `3 min`, `2 h 5 min`, `3 d 4 h`. A clock that runs ahead of ours is `0 s`. */
export function span(ms) {
  if (!(ms >= SECOND_MS)) return "0 s";
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  return ms < DAY_MS ? pair(ms, HOUR_MS, "h", MINUTE_MS, "min") : pair(ms, DAY_MS, "d", HOUR_MS, "h");
}

function pair(ms, large, largeName, small, smallName) {
  const rest = Math.floor((ms % large) / small);
  const whole = `${Math.floor(ms / large)} ${largeName}`;
  return rest === 0 ? whole : `${whole} ${rest} ${smallName}`;
}

/** How much is done: `1,240/s`, `3.4/s`, `12/min`; `idle` for nothing. */
export function rate(perSecond) {
  if (perSecond === 0) return "idle";
  return perSecond >= 1 ? `${figure(perSecond)}/s` : `${figure(perSecond * 60)}/min`;
}

/** `182 MB`, `1.4 GB`. */
export const memory = (bytes) =>
  bytes >= 1e9 ? `${TENTHS.format(bytes / 1e9)} GB` : `${WHOLE.format(bytes / 1e6)} MB`;

/** `0.4 ms`, `120 ms`, `1.4 s`. */
export const millis = (ms) => (ms < 1_000 ? `${figure(ms)} ms` : `${figure(ms / 1_000)} s`);

/** What a person waits: `less than a second`, `about 4 s`. */
export const about = (seconds) =>
  seconds < 1 ? "less than a second" : `about ${span(Math.round(seconds) * SECOND_MS)}`;

/** `14:03:12` where the page is looked at; before today with its day. */
export function clock(moment, now, zone) {
  const day = (date) => date.toLocaleDateString("en-GB", { ...DATE, timeZone: zone });
  const time = moment.toLocaleTimeString("en-GB", { ...CLOCK, timeZone: zone });
  return day(moment) === day(now) ? time : `${day(moment)}, ${time}`;
}
