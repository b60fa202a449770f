import { webAddress } from "./web-address.js";

/**
 * A text cut at its links: `{text, url, kind}`, url and kind null for plain text. Links that
 * overlap an earlier one, leave the text or lead to no web address stay plain text.
 *
 * @param text plain text
 * @param links offsets in UTF-16 units, ascending
 */
export function segments(text, links = []) {
  const runs = [];
  let done = 0;
  const plain = (to) => {
    if (done < to) runs.push({ text: text.slice(done, to), url: null, kind: null });
  };
  for (const { start, end, url, kind = "link" } of links) {
    const isInside = start >= done && start < end && end <= text.length;
    if (!isInside || !webAddress(url)) continue;
    plain(start);
    runs.push({ text: text.slice(start, end), url, kind });
    done = end;
  }
  plain(text.length);
  return runs;
}
