import { fullTime, relativeTime } from "./lib/times.js";

const REFRESH_MS = 20_000;

/** Says of every card how long ago it was posted, at its venue, and goes on saying it. */
function refresh() {
  const now = new Date();
  for (const time of document.querySelectorAll("[data-zone] .card-time")) {
    refreshOne(time, now, time.closest("[data-zone]").dataset.zone);
  }
}

function refreshOne(time, now, zone) {
  const moment = new Date(time.dateTime);
  if (Number.isNaN(moment.getTime())) return; // a time that no calendar has must not stop the page
  const words = relativeTime(moment, now, zone);
  if (time.textContent !== words) time.textContent = words;
  if (!time.title) time.title = fullTime(moment, zone);
}

/** Says it at once of what is new on the page. */
export function refreshTimes(element, zone) {
  const now = new Date();
  for (const time of element.querySelectorAll(".card-time")) refreshOne(time, now, zone);
}

refresh();
setInterval(refresh, REFRESH_MS);
document.addEventListener("visibilitychange", () => document.hidden || refresh());
