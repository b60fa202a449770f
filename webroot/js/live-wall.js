import { cardOf } from "./card.js";
import { FoldedCards } from "./folded-cards.js";
import { follow } from "./follow.js";
import { warningOf } from "./lib/card-view.js";

const PLACES = 6;

/** How long a room needs to read one post before something else on the wall changes. */
const PACE_MS = 2_500;

/**
 * The wall for a projector: a few places, each with a post. A new post takes the place of the one
 * that has been there longest; nothing else moves. In a burst the wall shows the newest and leaves
 * the rest to the pages. What carries a warning is not shown to people who cannot look away.
 */
class LiveWall extends HTMLElement {
  #waiting = [];
  #folded;
  #timer;

  connectedCallback() {
    this.#folded = new FoldedCards(this.dataset.zone, (n) => follower.one(n));
    this.#folded.begin(this.querySelectorAll(".card"));
    const follower = follow(this, { updates: (updates) => this.#receive(updates), reset: () => this.#clear() });
    for (const card of this.querySelectorAll(".card")) this.#still(card);
    this.#timer = setInterval(() => this.#showNext(), PACE_MS);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #receive(updates) {
    const plan = this.#folded.plan(updates, (n) => this.#isShown(n));
    for (const n of [...plan.fresh, ...plan.moved.map(([, to]) => to)]) this.#await(n);
    for (const n of [...plan.gone, ...plan.moved.map(([from]) => from)]) this.#remove(n);
    for (const n of plan.revised) this.#revise(n);
    for (const { lead } of plan.regrouped) {
      const card = this.#card(lead);
      if (card) this.#folded.fill(card);
    }
    this.#waiting = this.#waiting.slice(-PLACES);
  }

  #await(n) {
    const update = this.#folded.here(n);
    if (!warningOf(update)) this.#waiting.push(update);
  }

  #isShown(n) {
    return this.#card(n) !== null || this.#waiting.some((post) => (post.target ?? post.n) === n);
  }

  #showNext() {
    const card = this.#waiting.length > 0 && this.#build(this.#waiting.shift());
    if (!card) return;
    card.dataset.fresh = "";
    const cards = [...this.querySelectorAll(".card")];
    const oldest = Math.min(...cards.map(({ dataset }) => Number(dataset.n)));
    if (cards.length < PLACES) this.prepend(card);
    else this.#card(oldest).replaceWith(card);
  }

  #revise(n) {
    const revision = this.#folded.here(n);
    if (warningOf(revision)) {
      this.#remove(n);
      return;
    }
    this.#waiting = this.#waiting.map((post) => ((post.target ?? post.n) === n ? revision : post));
    const old = this.#card(n);
    const card = old && this.#build(revision);
    if (card) old.replaceWith(card);
  }

  #remove(n) {
    this.#waiting = this.#waiting.filter((post) => (post.target ?? post.n) !== n);
    this.#card(n)?.remove();
  }

  #build(update) {
    const card = cardOf(update, this.dataset.zone);
    if (!card) return null;
    this.#folded.fill(card);
    return this.#still(card);
  }

  /** Nobody can press a button on a wall. */
  #still(card) {
    for (const film of card.querySelectorAll("video, audio")) film.removeAttribute("controls");
    return card;
  }

  #card(n) {
    return document.getElementById(`u${n}`);
  }

  #clear() {
    this.#waiting = [];
    this.#folded.clear();
    this.replaceChildren();
  }
}

customElements.define("live-wall", LiveWall);
