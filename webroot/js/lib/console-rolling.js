const STEPS = {
  waiting: { level: "off", sign: "·", words: "Waiting" },
  restarting: { level: "busy", sign: "…", words: "Restarting" },
  "catching-up": { level: "busy", sign: "…", words: "Catching up" },
  done: { level: "well", sign: "✓", words: "Done" },
  failed: { level: "bad", sign: "✕", words: "Failed" },
  skipped: { level: "off", sign: "–", words: "Left alone" },
};

const ENDS = {
  done: { level: "well", sign: "✓", words: "Done" },
  failed: { level: "bad", sign: "✕", words: "Stopped at a failure" },
  aborted: { level: "warn", sign: "!", words: "Aborted" },
};

/** A rolling restart as the page shows it, from what `/rolling/{id}` tells. */
export function rollingView({ id, verticle, state, steps, sentence = "" }) {
  const isOver = state !== "running";
  const done = steps.filter((step) => step.state === "done").length;
  return {
    id,
    verticle,
    isOver,
    ...(isOver ? (ENDS[state] ?? ENDS.failed) : { level: "busy", sign: "…", words: "Under way" }),
    progress: `${done} of ${steps.length} nodes done`,
    done,
    total: steps.length,
    sentence,
    steps: steps.map((step) => ({
      node: step.node,
      ...(STEPS[step.state] ?? STEPS.waiting),
      sentence: step.sentence ?? "",
    })),
  };
}
