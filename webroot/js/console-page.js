import { button, make } from "./console-dom.js";

/** The id, heading and shorter name of each part. */
const SECTIONS = [
  ["verticles", "Verticles", "Verticles"],
  ["nodes", "Nodes", "Nodes"],
  ["hour", "The last hour", "Last hour"],
  ["happened", "What happened", "Timeline"],
];

/**
 * Where everything is on the page.
 *
 * @param parts their elements by name
 * @param onLogout ends the session
 */
export function layOut(main, parts, onLogout) {
  const content = { verticles: parts.matrix, nodes: parts.nodes, hour: parts.charts, happened: parts.timeline };
  main.replaceChildren(
    barOf(parts.state, onLogout),
    parts.alert,
    parts.banner,
    parts.lead,
    parts.outcomes,
    parts.rollings,
    make("nav", { class: "jumps", "aria-label": "On this page" }, ...SECTIONS.map(jumpTo)),
    ...SECTIONS.map(([id, title]) => sectionOf(id, title, content[id])),
    parts.sheet,
    parts.ask,
  );
}

function barOf(state, onLogout) {
  const brand = make("a", { class: "console-brand", href: "/", text: "A Feed Apart" });
  const events = make("a", { class: "bar-link", href: "/console/events", text: "Events" });
  return make("div", { class: "console-bar" }, brand, events, state, button("Log out", "bar-button", onLogout));
}

const jumpTo = ([id, , short]) => make("a", { href: `#${id}`, text: short });

function sectionOf(id, title, content) {
  const heading = make("h2", { id, tabindex: "-1", text: title });
  return make("section", { class: `part part-${id}`, "aria-labelledby": id }, heading, content);
}
