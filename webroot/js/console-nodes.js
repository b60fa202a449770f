import { facts, keyed, make, mark, say, sayOrHide, signed } from "./console-dom.js";
import { nodeView } from "./lib/console-nodes.js";

/** What each node is and what it uses. */
export class Nodes {
  element = make("ul", { class: "nodes" });

  /** @param serving the one that the page comes from, null when that is not known */
  show(nodes, serving, now) {
    const shown = nodes.map((node) => ({ ...nodeView(node, now), isServing: node === serving }));
    keyed(this.element, shown, ({ node }) => node, ({ node }) => cardOf(node));
  }
}

function cardOf(name) {
  const state = signed();
  const heard = make("span", { class: "node-heard" });
  const here = make("span", { class: "soft", text: " serves this page" });
  const used = facts("node-facts");
  const [about, roles, http] = ["about", "roles", "http"].map((part) => make("p", { class: `node-${part}` }));
  const head = make("p", { class: "node-state" }, state.element, " ", heard);
  const element = make("li", { class: "node" }, make("h3", { class: "node-name" }, name, here), head, used.element, about, roles, http);
  const update = (node) => {
    mark(element, "level", node.level);
    mark(element, "heard", node.isHeard);
    here.hidden = !node.isServing;
    state.update(node);
    say(heard, node.heard);
    used.update(node.facts);
    say(about, node.about);
    say(roles, node.roles);
    sayOrHide(http, node.http);
  };
  return { element, update };
}
