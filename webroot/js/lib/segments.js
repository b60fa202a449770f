import { webAddress } from "./web-address.js";

/**
 * A text cut at its links and pictures: `{text, url, kind}`, url and kind null for plain text. Those
 * that overlap an earlier one, leave the text or have no web address stay plain text.
 *
 * @param text plain text
 * @param links offsets in UTF-16 units, ascending
 * @param emoji pictures in place of parts of the text, the same way
 */
export function segments(text, links = [], emoji = []) {
  const runs = [];
  let done = 0;
  const plain = (to) => {
    if (done < to) runs.push({ text: text.slice(done, to), url: null, kind: null });
  };
  for (const { start, end, url, kind = "link" } of parts(links, emoji)) {
    const isInside = start >= done && start < end && end <= text.length;
    if (!isInside || !webAddress(url)) continue;
    plain(start);
    runs.push({ text: text.slice(start, end), url, kind });
    done = end;
  }
  plain(text.length);
  return runs;
}

/** In the order they were given, which only both kinds together may break. */
const parts = (links, emoji) =>
  emoji.length === 0
    ? links
    : [...links, ...emoji.map((one) => ({ ...one, kind: "emoji" }))].sort((a, b) => a.start - b.start);
