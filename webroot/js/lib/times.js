const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const SHAPES = {
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  dayNumber: { day: "numeric" },
  month: { month: "short" },
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

/** `14:03` on the day of `now` at the venue, else `24 May, 14:03`. */
export function venueTime(moment, now, zone) {
  const isToday =
    day(moment, zone) === day(now, zone) && Math.abs(now - moment) < 48 * HOUR_MS;
  return isToday ? time(moment, zone) : `${day(moment, zone)}, ${time(moment, zone)}`;
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
