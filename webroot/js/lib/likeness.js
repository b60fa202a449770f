/** Fewer characters are said by many people. */
const FEWEST = 20;

const SHORTEST_HANDLE = 2;

/** Those of Bridgy Fed, as it gave them in 2026; anybody else may write any address. */
const BRIDGED = /^https:\/\/(?:bsky|fed)\.brid\.gy\/convert\/ap\/(at:\/\/.+)$/;

/**
 * What tells whether two posts are one: `{id, of, bridged, person, words, at}`. `afa.site.Likeness`
 * makes the same of the same post; both are tested with `webtests/cases/folding.json`.
 */
export function likenessOf({ source, id, repostOf, author, text, links, postedAt }) {
  const likeness = { id: identity(source, id) };
  if (repostOf) likeness.of = identity(source, repostOf);
  if (!likeness.id.startsWith(`${source}:`)) likeness.bridged = true;
  const person = personOf(author);
  if (person) likeness.person = person;
  const words = repostOf ? null : digestOf(text ?? "", links);
  if (words) likeness.words = words;
  return { ...likeness, at: Date.parse(postedAt) };
}

/** A bridge keeps the address of a Bluesky post in the one it makes on Mastodon. */
function identity(source, id) {
  const bridged = source === "mastodon" ? BRIDGED.exec(id) : null;
  return bridged ? `bluesky:${bridged[1]}` : `${source}:${id}`;
}

/**
 * The name before the host in the handle, which one keeps on all networks: `adal` of
 * `@Ada_L@one.example` and `ada-l.bsky.social`. The display name is anybody's to choose.
 */
function personOf({ handle } = {}) {
  const person = plain(handle ?? "")
    .replace(/^@/, "")
    .replace(/[@.].*$/s, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
  return length(person) < SHORTEST_HANDLE ? null : person;
}

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
