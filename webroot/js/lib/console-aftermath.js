import { nameOf, wordsOf } from "./console-acts.js";
import { outcomeOf } from "./console-elsewhere.js";

/** After that it is told that it could not be told. */
const PATIENCE_MS = 60_000;

/** A node that does not let go of the page by then has it kept. */
const PARTING_MS = 15_000;

/** How long the page tries the node that it comes from, before it goes elsewhere. */
const TRIES_MS = { "for good": 2_500, "for a moment": 10_000 };

/** What becomes of actions whose answer may be lost, as they concern the node that serves the page. */
export class Aftermath {
  #tell;
  #open = [];
  #parting = null;

  /** @param tell says an outcome: `{level, sign, title, sentence, id}`, and gives its id */
  constructor(tell) {
    this.#tell = tell;
  }

  /** The answer to that action was lost: its outcome is looked for. */
  expect(target) {
    const title = `${wordsOf(target).doing}`.replace(/ …$/, "");
    const sentence = "The answer was lost. Looking at what happened.";
    const id = this.#tell({ level: "busy", sign: "…", title, sentence });
    this.#open.push({ target, id, isTold: false });
  }

  /** An action is about to take the page's connection away. */
  part(target, blow) {
    this.#parting = blow === "none" ? null : { target, blow };
  }

  /** Tells what can be told by now. */
  look(nodes, happenings, now) {
    this.#open = this.#open.filter((open) => !this.#settle(open, nodes, happenings, now));
  }

  /** The nodes may tell it before the timeline does, whose words are then told in their place. */
  #settle(open, nodes, happenings, now) {
    const outcome = outcomeOf(open.target, nodes, happenings, now);
    const isLate = now - open.target.at > PATIENCE_MS;
    if (outcome && (outcome.isWhole || !open.isTold)) this.#found(open, outcome);
    else if (isLate && !open.isTold) this.#giveUp(open);
    return isLate || outcome?.isWhole === true;
  }

  #found(open, { isGood, sentence }) {
    const [level, sign] = isGood ? ["well", "✓"] : ["bad", "✕"];
    this.#tell({ id: open.id, level, sign, title: nameOf(open.target), sentence });
    open.isTold = true;
  }

  #giveUp({ target, id }) {
    const sentence = "What came of it is not known. The timeline tells what was recorded.";
    this.#tell({ id, level: "unknown", sign: "?", title: nameOf(target), sentence });
  }

  /**
   * The action whose outcome another node's page shall tell, once it is time to go there; null as
   * long as the page stays.
   *
   * @param lostMs how long the page has been without connection, 0 while it has one
   */
  leaving(lostMs, now) {
    if (!this.#parting) return null;
    const { target, blow } = this.#parting;
    if (lostMs === 0 && now - target.at > PARTING_MS) this.#parting = null;
    return lostMs > TRIES_MS[blow] ? target : null;
  }
}
