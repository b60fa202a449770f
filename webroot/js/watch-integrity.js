import { IntegrityWatch } from "./lib/integrity-watch.js";
import { troubleOf } from "./lib/integrity.js";

const TIMEOUT_MS = 8_000;

const browser = {
  setTimeout: (action, ms) => setTimeout(action, ms),
  clearTimeout: (timer) => clearTimeout(timer),
  random: Math.random,
  isHidden: () => document.hidden,
};

async function ask(event) {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(`/events/${event}/coverage`, { cache: "no-store", signal });
  if (!response.ok) throw new Error(`coverage answered ${response.status}`);
  return response.json();
}

/**
 * Keeps the page honest about how it is connected, and tells whoever shows more.
 *
 * @param on told of each answer, null when there is none
 */
export function watchIntegrity(event, on = () => {}) {
  const watch = new IntegrityWatch(() => ask(event), browser, (answer) => {
    document.querySelector("connection-state")?.admit(troubleOf(answer));
    on(answer);
  });
  addEventListener("pagehide", () => watch.stop());
  addEventListener("pageshow", ({ persisted }) => persisted && watch.start());
  document.addEventListener("visibilitychange", () => document.hidden || watch.start());
  watch.start();
}
