import { button, keyed, make, mark, say, sayOrHide, signed } from "./console-dom.js";

/** All verticles by all nodes: a table at a desk, cards in a hand. Roles outlive the layout. */
export class Matrix {
  #nodes = make("tr", { role: "row" });
  #rows = make("tbody", { role: "rowgroup" });
  #on;

  /** @param on `{open(node, verticle), restartAll(verticle)}` */
  constructor(on) {
    this.#on = on;
    const head = make("thead", { role: "rowgroup" }, this.#nodes);
    const table = make("table", { class: "matrix", role: "table", "aria-labelledby": "verticles" }, head, this.#rows);
    this.element = make("div", { class: "matrix-frame" }, table);
  }

  show(matrix, nodes) {
    const columns = [{ node: "" }, ...nodes];
    keyed(this.#nodes, columns, ({ node }) => node, headOf);
    keyed(this.#rows, matrix, ({ verticle }) => verticle, (row) => this.#row(row));
  }

  #row({ verticle }) {
    const name = make("span", { class: "matrix-name", text: verticle });
    const all = button("Restart everywhere", "quiet", () => this.#on.restartAll(verticle));
    all.setAttribute("aria-label", `Restart everywhere: ${verticle}`);
    const head = make("th", { role: "rowheader", scope: "row", class: "matrix-verticle" }, name, all);
    const element = make("tr", { role: "row", class: "matrix-row" }, head);
    const cells = new Map();
    const update = (row) => {
      mark(element, "level", row.level);
      this.#cells(element, cells, row.cells);
    };
    return { element, update };
  }

  /** Beside the head of the row, which `keyed` does not know. */
  #cells(row, cells, told) {
    const names = new Set(told.map(({ node }) => node));
    for (const [node, { element }] of cells) {
      if (names.has(node)) continue;
      element.remove();
      cells.delete(node);
    }
    told.forEach((cell, i) => {
      if (!cells.has(cell.node)) cells.set(cell.node, this.#cell(cell));
      const { element, update } = cells.get(cell.node);
      if (row.children[i + 1] !== element) row.insertBefore(element, row.children[i + 1] ?? null);
      update(cell);
    });
  }

  #cell({ node, verticle }) {
    const state = signed();
    const since = make("span", { class: "cell-since" });
    const open = make("button", { type: "button", class: "cell-open" }, state.element);
    open.addEventListener("click", () => this.#on.open(node, verticle));
    const parts = ["rate", "lag", "restarts", "error"].map((name) => [name, make("span", { class: `cell-${name}` })]);
    const more = make("span", { class: "cell-more" }, ...parts.map(([, part]) => part));
    const where = make("span", { class: "cell-node", "aria-hidden": "true", text: node });
    const there = make("div", { class: "cell-there" }, where, open, since, more);
    const none = make("span", { class: "cell-none" }, make("span", { "aria-hidden": "true", text: "–" }), make("span", { class: "visually-hidden", text: "not on this node" }));
    const element = make("td", { role: "cell", class: "cell" }, there, none);
    const update = (cell) => {
      there.hidden = !cell.isThere;
      none.hidden = cell.isThere;
      mark(element, "there", cell.isThere);
      if (cell.isThere) showCell(cell, { element, state, since, open, parts });
    };
    return { element, update };
  }
}

function showCell(cell, { element, state, since, open, parts }) {
  mark(element, "level", cell.level);
  mark(element, "heard", cell.isHeard);
  mark(element, "behind", cell.isBehind);
  state.update(cell);
  say(since, cell.since);
  const label = `${cell.words}: ${cell.verticle} on ${cell.node}, details and actions`;
  if (open.getAttribute("aria-label") !== label) open.setAttribute("aria-label", label);
  for (const [name, part] of parts) sayOrHide(part, cell[name]);
}

function headOf({ node }) {
  const element = make("th", { role: "columnheader", scope: "col" });
  const name = make("span", { class: "matrix-node", text: node || "Verticle" });
  element.append(name);
  const update = ({ heard }) => node && mark(element, "heard", heard);
  return { element, update };
}
