/** Who posts in several places does so within that. */
const TOGETHER_MS = 30 * 60_000;

const ascending = (a, b) => a - b;

/**
 * Decides which posts are one card: reposts belong to their original, what a bridge copied to what
 * it copied, and the same words of the same author on several networks belong together. The log
 * keeps them all. `afa.site.Folding` decides the same.
 *
 * @param posts pairs of number and likeness, ascending
 * @returns `{lead, reposts, also}` of each card, ascending by `lead`: the number of the first post,
 *   and of a repost only where there is nothing else
 */
export const fold = (posts) =>
  merged(piles(posts)).map(groupOf).sort((a, b) => a.lead - b.lead);

function groupOf({ own, reposts }) {
  own.sort(ascending);
  reposts.sort(ascending);
  return own.length === 0
    ? { lead: reposts[0], reposts: reposts.slice(1), also: [] }
    : { lead: own[0], reposts, also: own.slice(1) };
}

/** One for each post that was written, in the order of the first of each. */
function piles(posts) {
  const found = new Map();
  const pileOf = (id, lead) => {
    if (!found.has(id)) found.set(id, { lead, own: [], reposts: [], networks: [network(lead)] });
    return found.get(id);
  };
  for (const [n, post] of posts) if (!post.of) pileOf(post.id, post).own.push(n);
  for (const [n, post] of posts) if (post.of) pileOf(post.of, post).reposts.push(n);
  return [...found.values()];
}

/** The network that it was written on. */
const network = ({ id }) => id.slice(0, id.indexOf(":"));

function merged(all) {
  const byWords = new Map();
  return all.filter((pile) => {
    const { words } = pile.lead;
    if (!words) return true;
    const alike = byWords.get(words) ?? [];
    const same = alike.find((other) => isSame(other, pile));
    if (same) {
      for (const part of ["own", "reposts", "networks"]) same[part].push(...pile[part]);
    } else {
      byWords.set(words, [...alike, pile]);
    }
    return !same;
  });
}

const isSame = (one, { lead }) =>
  !one.networks.includes(network(lead)) &&
  Math.abs(one.lead.at - lead.at) <= TOGETHER_MS &&
  one.lead.people.some((person) => lead.people.includes(person));
