/** Moves between posts by keyboard: j and k, and n or Home for the newest. */
const STEPS = { j: 1, k: -1 };

addEventListener("keydown", (press) => {
  const isTyping = press.target.closest("input, textarea, select, video, [contenteditable]");
  if (press.ctrlKey || press.metaKey || press.altKey || isTyping) return;
  if (press.key in STEPS) move(STEPS[press.key]);
  else if (press.key === "n" || press.key === "Home") newest();
  else return;
  press.preventDefault();
});

/** To the next card after the one that has the focus, or that the reader's eye is at. */
function move(step) {
  const cards = [...document.querySelectorAll(".card")];
  const focused = cards.indexOf(document.activeElement?.closest(".card"));
  const seen = cards.findIndex((card) => card.getBoundingClientRect().bottom > 120);
  const from = focused >= 0 ? focused : seen - (step > 0 ? 1 : 0);
  focus(cards[Math.min(Math.max(from + step, 0), cards.length - 1)]);
}

function newest() {
  document.querySelector("live-feed").jump?.();
  scrollTo({ top: 0 });
}

function focus(card) {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest" });
}
