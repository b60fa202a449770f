/** Height of the bar that covers the top of the page. */
const COVERED = 64;

/** Changes the page without moving the card that the reader looks at, in any browser. */
export function keepInPlace(change) {
  const card = [...document.querySelectorAll(".card")].find(
    (candidate) => candidate.getBoundingClientRect().bottom > COVERED,
  );
  const before = card?.getBoundingClientRect().top;
  change();
  if (!card?.isConnected) return;
  const moved = card.getBoundingClientRect().top - before;
  if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
}
