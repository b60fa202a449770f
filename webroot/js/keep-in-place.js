/** Height of the bar that covers the top of the page. */
const COVERED = 64;

/** Changes the page without moving the card that the reader looks at, in any browser. */
export function keepInPlace(change) {
  keep(firstCard(), change);
}

/**
 * Changes cards that may be in sight, a line above the text or below it, without moving what stands
 * in the middle of the page. At the top of the page it lets the rest move down.
 */
export function keepWhatIsRead(change) {
  if (scrollY === 0) {
    change();
    return;
  }
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  const card = middle?.closest(".card") ?? firstCard();
  const content = card?.querySelector(".card-content");
  keep(content?.checkVisibility() ? content : card, change);
}

const firstCard = () =>
  [...document.querySelectorAll(".card")].find(
    (candidate) => candidate.getBoundingClientRect().bottom > COVERED,
  );

function keep(element, change) {
  const before = element?.getBoundingClientRect().top;
  change();
  if (!element?.isConnected) return;
  const moved = element.getBoundingClientRect().top - before;
  if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
}
