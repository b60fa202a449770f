import { refreshTimes } from "./card-times.js";
import { foldedView } from "./lib/card-view.js";

const NAMED = 2;

/** Rows beyond these would make a page of one card. */
const MOST_ROWS = 100;

/** The row of a post that stands within the card of another one. */
export function foldedPost(update, zone) {
  const view = foldedView(update, zone, new Date());
  const row = document.getElementById("card").content.querySelector(".folded-post").cloneNode(true);
  const part = (name) => row.querySelector(`.${name}`);
  row.dataset.n = view.n;
  row.dataset.likeness = view.likeness;
  if (view.url) part("folded-when").href = view.url;
  else part("folded-when").removeAttribute("href");
  part("card-time").dateTime = view.postedAt;
  part("card-time").textContent = view.label;
  part("folded-source").textContent = view.source;
  part("folded-author").textContent = view.author;
  if (view.text) part("folded-text").textContent = view.text;
  else part("folded-text").remove();
  refreshTimes(row, zone);
  return row;
}

/** Puts these rows, and no others, into a card. */
export function showFolded(card, reposts, also) {
  show(card.querySelector('.folded[data-kind="reposts"]'), reposts, ".folded-author");
  show(card.querySelector('.folded[data-kind="also"]'), also, ".folded-source");
}

/** The rows of a card, by number. */
export const foldedIn = (card) =>
  new Map([...card.querySelectorAll(".folded-post")].map((row) => [Number(row.dataset.n), row]));

function show(details, rows, named) {
  details.hidden = rows.length === 0;
  const names = new Set(rows.map((row) => row.querySelector(named).textContent));
  details.querySelector(".folded-names").replaceChildren(...line([...names]));
  put(details.querySelector(".folded-posts"), rows.slice(-MOST_ROWS));
}

/** Rows that stay are not touched, as one of them may have the focus. */
function put(list, rows) {
  for (const row of [...list.children]) if (!rows.includes(row)) row.remove();
  for (const [i, row] of rows.entries()) {
    if (list.children[i] !== row) list.insertBefore(row, list.children[i] ?? null);
  }
}

/** "Ada, Bo and 3 more". */
function line(names) {
  const more = names.length - NAMED;
  const words = names.slice(0, NAMED).flatMap((name, i) => {
    const word = document.createElement("bdi");
    word.textContent = name;
    if (i === 0) return [word];
    return [more > 0 ? ", " : " and ", word];
  });
  return more > 0 ? [...words, ` and ${more} more`] : words;
}
