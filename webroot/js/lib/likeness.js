/** Fewer characters are said by many people. */
const FEWEST = 20;

/**
 * What tells whether two posts are one: `{id, of, people, words, at}`. `afa.site.Likeness` makes
 * the same of the same post; both are tested with `webtests/cases/folding.json`.
 */
export function likenessOf({ source, id, repostOf, author, text, links, postedAt }) {
  const likeness = { id: identity(source, id) };
  if (repostOf) likeness.of = identity(source, repostOf);
  likeness.people = people(author);
  const words = repostOf ? null : digestOf(text ?? "", links);
  if (words) likeness.words = words;
  return { ...likeness, at: Date.parse(postedAt) };
}

/** A bridge keeps the address of a Bluesky post in the one it makes on Mastodon. */
function identity(source, id) {
  const bridged = source === "mastodon" ? id.indexOf("/at://") : -1;
  return bridged < 0 ? `${source}:${id}` : `bluesky:${id.slice(bridged + 1)}`;
}

function people({ name, handle } = {}) {
  const found = [];
  const letters = plain(name ?? "").replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
  if (length(letters) >= 2 && letters !== "unknown") found.push(`name ${letters}`);
  const bare = bareHandle(handle ?? "");
  if (length(bare) >= 3) found.push(`handle ${bare}`);
  return found;
}

/** `countess` of `@countess@one.example` and `countess.bsky.social`. */
const bareHandle = (handle) =>
  plain(handle.replace(/^@/, "")).split("@")[0].replace(/\.bsky\.social$/, "");

function digestOf(text, links) {
  const words = plain(withoutLinks(text, links))
    .replace(/https?:\/\/[^\p{Z}\p{Cc}]+/gu, "")
    .replace(/#[\p{L}\p{M}\p{N}_]+/gu, "")
    .replace(/[\p{Z}\p{Cc}\p{Cf}]+/gu, "");
  return length(words) < FEWEST ? null : digest(words);
}

/** Networks write the same link in different ways; what is mentioned is part of what is said. */
function withoutLinks(text, links = []) {
  let rest = "";
  let done = 0;
  for (const { start, end, kind } of links) {
    const isInside = start >= done && start < end && end <= text.length;
    if (!isInside || kind === "mention") continue;
    rest += text.slice(done, start);
    done = end;
  }
  return rest + text.slice(done);
}

const plain = (text) => text.normalize("NFKC").toLowerCase();

const length = (text) => [...text].length;

/** FNV-1a over UTF-16 units; author, time and network must agree too, so 32 bits are plenty. */
function digest(words) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i += 1) {
    hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  }
  return `${words.length}.${(hash >>> 0).toString(16)}`;
}
