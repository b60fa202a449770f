/** What happened, the newest first, each once, however it came to be known. */
export class Happenings {
  #known = new Map();

  /** Of those, the ones that were not known. */
  add(entries) {
    const fresh = entries.filter(({ id }) => !this.#known.has(id));
    for (const entry of fresh) this.#known.set(entry.id, entry);
    return fresh;
  }

  get list() {
    return [...this.#known.values()].sort(
      (a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1),
    );
  }

  /** Where older ones are asked for: before the oldest. */
  get before() {
    return this.list.at(-1)?.at ?? null;
  }
}

/** Where it happened, in words: `delivery on node-b`, `node-b`, or nothing for the cluster. */
export const whereOf = ({ node, verticle }) =>
  verticle && node ? `${verticle} on ${node}` : (verticle ?? node ?? "");
