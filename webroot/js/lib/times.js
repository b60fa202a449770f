const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const SHAPES = {
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  dayNumber: { day: "numeric" },
  month: { month: "short" },
  year: { year: "numeric" },
  weekday: { weekday: "long" },
};

/** Making a formatter takes a hundred times as long as using it. */
const formatters = new Map();

function written(shape, date, zone) {
  const key = `${shape} ${zone}`;
  if (!formatters.has(key)) {
    const options = { timeZone: zone, ...SHAPES[shape] };
    formatters.set(key, new Intl.DateTimeFormat("en-US", options));
  }
  return formatters.get(key).format(date);
}

const day = (date, zone) => `${written("dayNumber", date, zone)} ${written("month", date, zone)}`;

const time = (date, zone) => written("time", date, zone);

/** `14:03` on the day of `now` at the venue, `24 May, 14:03` in its year, else with the year. */
export function venueTime(moment, now, zone) {
  const isThisYear = written("year", moment, zone) === written("year", now, zone);
  if (!isThisYear) {
    return `${day(moment, zone)} ${written("year", moment, zone)}, ${time(moment, zone)}`;
  }
  const isToday = day(moment, zone) === day(now, zone);
  return isToday ? time(moment, zone) : `${day(moment, zone)}, ${time(moment, zone)}`;
}

/** `14:03–14:10`; the day is said once when both are on the same. */
export function venueRange(from, to, now, zone) {
  const [start, end] = [venueTime(from, now, zone), venueTime(to, now, zone)];
  if (start === end) return start;
  const isSameDay =
    day(from, zone) === day(to, zone) && written("year", from, zone) === written("year", to, zone);
  return `${start}–${isSameDay ? time(to, zone) : end}`;
}

/**
 * How long ago, as long as people still count: `now`, `12 min`, then the time at the venue.
 * A clock that runs ahead of ours says `now` too.
 */
export function relativeTime(moment, now, zone) {
  const age = now - moment;
  if (age < MINUTE_MS) return "now";
  return age < HOUR_MS ? `${Math.floor(age / MINUTE_MS)} min` : venueTime(moment, now, zone);
}

/** For those who point at the time: day and time at the venue, in full. */
export const fullTime = (moment, zone) =>
  `${written("weekday", moment, zone)}, ${venueTime(moment, new Date(0), zone)} (${zone})`;
