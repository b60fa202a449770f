import { FeedApi } from "./lib/feed-api.js";
import { Follower } from "./lib/follower.js";

const browser = {
  open: (url) => new EventSource(url),
  setTimeout: (action, ms) => setTimeout(action, ms),
  clearTimeout: (timer) => clearTimeout(timer),
  random: Math.random,
};

/**
 * Follows the log from the number an element was rendered at (`data-event`, `data-epoch`,
 * `data-n`), as long as the page is shown and the device is online.
 *
 * @param on `{updates(list), reset()}`
 * @returns the Follower
 */
export function follow({ dataset }, on) {
  const state = document.querySelector("connection-state");
  const follower = new Follower(
    new FeedApi(dataset.event, (url, options) => fetch(url, options)),
    { epoch: dataset.epoch, n: Number(dataset.n) },
    browser,
    { ...on, state: (name) => state.show(name) },
  );
  addEventListener("pagehide", () => follower.stop());
  addEventListener("pageshow", () => follower.start());
  addEventListener("offline", () => follower.stop());
  addEventListener("online", () => follower.start());
  follower.start();
  return follower;
}
