/** How each state is shown: by a colour, and by a sign and words for those who do not see it. */
const STATES = {
  running: { level: "well", sign: "✓", words: "Running" },
  standby: { level: "well", sign: "○", words: "Standing by" },
  degraded: { level: "warn", sign: "!", words: "In trouble" },
  starting: { level: "busy", sign: "…", words: "Starting" },
  stopping: { level: "busy", sign: "…", words: "Stopping" },
  backoff: { level: "warn", sign: "↻", words: "Waiting to start again" },
  failed: { level: "bad", sign: "✕", words: "Failed" },
  stopped: { level: "off", sign: "■", words: "Stopped" },
  unwanted: { level: "busy", sign: "…", words: "Running, is to stop" },
  missing: { level: "warn", sign: "!", words: "Stopped, should run" },
  unknown: { level: "unknown", sign: "?", words: "Unknown" },
};

/** The worst first. */
const LEVELS = ["bad", "unknown", "warn", "busy", "off", "well"];

/** Signs of what concerns several. */
export const SIGNS = { bad: "✕", unknown: "?", warn: "!", busy: "…", off: "■", well: "✓" };

/** `{level, sign, words}` of a verticle. Of a node that is not heard nothing is known. */
export function stateOf({ state, desired, standby }, isHeard) {
  if (!isHeard) return STATES.unknown;
  if (state === "running" && desired === "stopped") return STATES.unwanted;
  if (state === "stopped" && desired === "running") return STATES.missing;
  if (state === "running" && standby) return STATES.standby;
  return STATES[state] ?? STATES.unknown;
}

/** The worst of several levels; of none, nothing is known. */
export const worst = (levels) => LEVELS.find((level) => levels.includes(level)) ?? "unknown";

/** Whether a person should look at it. */
export const isTrouble = (level) => ["bad", "warn", "unknown"].includes(level);

/** What can be done to a verticle in its state, the most likely first. */
export function actionsFor({ desired, state }) {
  if (desired === "stopped" || state === "stopped") return ["start"];
  return state === "failed" ? ["start", "stop"] : ["restart", "stop"];
}
