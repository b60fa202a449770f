import { fullTime, relativeTime, venueTime } from "./lib/times.js";

const REFRESH_MS = 20_000;

/** Says of every card how long ago it was posted, at its venue, and goes on saying it. */
function refresh(words = relativeTime) {
  const now = new Date();
  for (const time of document.querySelectorAll("[data-zone] .card-time")) {
    refreshOne(time, now, time.closest("[data-zone]").dataset.zone, words);
  }
}

function refreshOne(time, now, zone, wordsOf = relativeTime) {
  const moment = new Date(time.dateTime);
  if (Number.isNaN(moment.getTime())) return; // a time that no calendar has must not stop the page
  const words = wordsOf(moment, now, zone);
  if (time.textContent !== words) time.textContent = words;
  if (!time.title) time.title = fullTime(moment, zone);
}

/** Says it at once of what is new on the page. */
export function refreshTimes(element, zone) {
  const now = new Date();
  for (const time of element.querySelectorAll(".card-time")) refreshOne(time, now, zone);
}

refresh();
setInterval(() => refresh(), REFRESH_MS);
document.addEventListener("visibilitychange", () => document.hidden || refresh());

/** Paper does not go on saying it. */
const onPaper = (moment, now, zone) => venueTime(moment, new Date(0), zone);

addEventListener("beforeprint", () => refresh(onPaper));
addEventListener("afterprint", () => refresh());
