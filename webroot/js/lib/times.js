const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const part = (date, zone, options) =>
  new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...options }).format(date);

const day = (date, zone) =>
  `${part(date, zone, { day: "numeric" })} ${part(date, zone, { month: "short" })}`;

const time = (date, zone) => part(date, zone, { hour: "2-digit", minute: "2-digit" });

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
  `${part(moment, zone, { weekday: "long" })}, ${venueTime(moment, new Date(0), zone)} (${zone})`;
