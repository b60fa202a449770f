/** Who posts in several places does so within that. */
const TOGETHER_MS = 30 * 60_000;

const ascending = (a, b) => a - b;

/**
 * Decides which posts are one card: reposts belong to their original, what a bridge copied to what
 * it copied, and the same words of the same author on several networks belong together. The log
 * keeps them all. `afa.site.Folding` decides the same.
 *
 * @param posts pairs of number and likeness, ascending
 * @returns `{lead, reposts, also}` of each card, ascending by `lead`: the number of what was posted
 *   first, as a copy may reach us before what it copies; of a bridge's copy or a repost only where
 *   there is nothing else
 */
export const fold = (posts) =>
  merged(piles(posts)).map(groupOf).sort((a, b) => a.lead - b.lead);

function groupOf({ own, reposts }) {
  reposts.sort(ascending);
  if (own.length === 0) return { lead: reposts[0], reposts: reposts.slice(1), also: [] };
  const { n: lead } = leadOf(own);
  const also = own.map(({ n }) => n).filter((n) => n !== lead);
  return { lead, reposts, also: also.sort(ascending) };
}

const leadOf = (own) => [...own].sort(byLead)[0];

const byLead = (a, b) =>
  Boolean(a.post.bridged) - Boolean(b.post.bridged) || a.post.at - b.post.at || a.n - b.n;

/** One for each post that was written, in the order of the first of each. */
function piles(posts) {
  const found = new Map();
  const pileOf = (id, first) => {
    if (!found.has(id)) found.set(id, { own: [], reposts: [], networks: [network(first)] });
    return found.get(id);
  };
  for (const [n, post] of posts) if (!post.of) pileOf(post.id, post).own.push({ n, post });
  for (const [n, post] of posts) if (post.of) pileOf(post.of, post).reposts.push(n);
  return [...found.values()];
}

/** The network that it was written on. */
const network = ({ id }) => id.slice(0, id.indexOf(":"));

function merged(all) {
  const found = new Map();
  return all.filter((pile) => {
    const lead = leadOf(pile.own)?.post;
    if (!lead?.words || !lead.person) return true;
    const key = `${lead.words} ${lead.person}`;
    const alike = found.get(key) ?? [];
    const same = alike.find((other) => isSame(other, lead))?.pile;
    if (same) {
      for (const part of ["own", "reposts", "networks"]) same[part].push(...pile[part]);
    } else {
      found.set(key, [...alike, { at: lead.at, pile }]);
    }
    return !same;
  });
}

const isSame = ({ at, pile }, lead) =>
  Math.abs(at - lead.at) <= TOGETHER_MS && !pile.networks.includes(network(lead));
