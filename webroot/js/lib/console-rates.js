/** Long enough that a slow verticle does not look idle, short enough to see a change. */
const WINDOW_MS = 20_000;

/** How much each verticle does, from how its count of work grows between two reports of its node. */
export class Rates {
  #reports = new Map();

  /** @param nodes as told by `/nodes`; a node that is not heard repeats itself and tells nothing */
  hear(nodes) {
    for (const node of nodes.filter(({ heard }) => heard)) {
      const at = Date.parse(node.at);
      for (const { verticle, work } of node.verticles) {
        this.#add(keyOf(node.node, verticle), { life: node.life, at, work });
      }
    }
  }

  /** Things done a second; null before the second report. */
  of(node, verticle) {
    const reports = this.#reports.get(keyOf(node, verticle)) ?? [];
    const [first, last] = [reports[0], reports.at(-1)];
    if (!first || first.at === last.at) return null;
    return ((last.work - first.work) * 1_000) / (last.at - first.at);
  }

  /** Who is started again counts from nothing: what was counted before is no measure. */
  #add(key, report) {
    const known = this.#reports.get(key) ?? [];
    const last = known.at(-1);
    if (last && last.life === report.life && report.at <= last.at) return;
    const isAnew = last && (last.life !== report.life || report.work < last.work);
    const recent = known.filter(({ at }) => at >= report.at - WINDOW_MS);
    this.#reports.set(key, isAnew ? [report] : [...recent, report]);
  }
}

const keyOf = (node, verticle) => JSON.stringify([node, verticle]);
