import { stateOf } from "./console-states.js";
import { span } from "./console-words.js";

/** Without these a node serves no console. */
const DOORS = ["front", "console"];
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Clocks of nodes differ by a little. */
const SKEW_MS = 2_000;

/** The node that serves the page; null behind a load balancer. */
export const servingNode = (nodes, location) =>
  nodes.find(({ http }) => isSame(addressOf(http), location)) ?? null;

function isSame(address, { protocol, hostname, port }) {
  if (!address || address.protocol !== protocol || address.port !== port) return false;
  const areLoopback = LOOPBACK.includes(address.hostname) && LOOPBACK.includes(hostname);
  return address.hostname === hostname || areLoopback;
}

/** Strangers write into no node's address, but a console opens only what is one. */
function addressOf(http) {
  const address = URL.canParse(http ?? "") ? new URL(http) : null;
  return address && ["http:", "https:"].includes(address.protocol) ? address : null;
}

/**
 * Where else the console is served: `[{node, url}]`. The page's own name for the machine is kept,
 * so that the session's cookie is sent.
 */
export function elsewhere(nodes, serving, location) {
  if (!serving) return [];
  return nodes
    .filter((node) => node !== serving && node.heard && !node.draining && isOpen(node))
    .map((node) => ({ node: node.node, address: addressOf(node.http) }))
    .filter(({ address }) => address && address.protocol === location.protocol)
    .map(({ node, address }) => ({ node, url: urlOf(address, location) }));
}

const isOpen = ({ verticles }) =>
  DOORS.every((door) => verticles.some(({ verticle, state }) => verticle === door && state === "running"));

function urlOf({ protocol, hostname, port }, location) {
  const host = LOOPBACK.includes(hostname) ? location.hostname : hostname;
  return `${protocol}//${host}${port ? `:${port}` : ""}/console`;
}

/** Whether an action takes the page's own connection away, and whether for good. */
export function blowOf({ node, verticle, action }, serving) {
  if (!serving || node !== serving.node || !DOORS.includes(verticle)) return "none";
  return action === "stop" ? "for good" : "for a moment";
}

/** An action whose outcome another node's page shall report, as the part of an address after `#`. */
export const fragmentOf = (target) => `#after=${encodeURIComponent(JSON.stringify(target))}`;

/** Anybody can write an address: what is no action is none. */
export function targetIn(fragment) {
  try {
    const target = JSON.parse(decodeURIComponent(fragment.replace(/^#after=/, "")));
    const { node, verticle, action, at } = target;
    const areWords = [node, verticle, action].every((word) => typeof word === "string");
    return areWords && Number.isFinite(at) ? { node, verticle, action, at } : null;
  } catch {
    return null;
  }
}

/**
 * What came of an action whose answer was lost, from what the nodes and the timeline tell; null as
 * long as that is open, and not whole as long as the timeline says nothing of it.
 *
 * @param target `{node, verticle, action, at}`, `at` in milliseconds
 */
export function outcomeOf(target, nodes, happenings, now) {
  const node = nodes.find((each) => each.node === target.node);
  const told = node?.verticles.find(({ verticle }) => verticle === target.verticle);
  if (!told || !node.heard || !isSettled(told, target)) return null;
  const { words, level } = stateOf(told, true);
  const state = `${words} for ${span(now - Date.parse(told.since))}.`;
  const entry = happenings.find((each) => isAbout(each, target));
  const sentence = entry ? `${entry.sentence} ${state}` : state;
  return { isGood: isAsAsked(level, target), isWhole: entry !== undefined, sentence };
}

const isAbout = ({ node, verticle, at }, target) =>
  node === target.node && verticle === target.verticle && Date.parse(at) >= target.at - SKEW_MS;

function isSettled({ state, since }, target) {
  if (["starting", "stopping"].includes(state)) return false;
  return Date.parse(since) >= target.at - SKEW_MS;
}

const isAsAsked = (level, { action }) => level === (action === "stop" ? "off" : "well");
