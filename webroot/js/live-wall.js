import { cardOf } from "./card.js";
import { follow } from "./follow.js";

const PLACES = 6;

/** How long a room needs to read one post before something else on the wall changes. */
const PACE_MS = 2_500;

/**
 * The wall for a projector: a few places, each with a post. A new post takes the place of the one
 * that has been there longest; nothing else moves. In a burst the wall shows the newest and leaves
 * the rest to the pages.
 */
class LiveWall extends HTMLElement {
  #waiting = [];
  #timer;

  connectedCallback() {
    follow(this, { updates: (updates) => this.#receive(updates), reset: () => this.#clear() });
    for (const card of this.querySelectorAll(".card")) this.#still(card);
    this.#timer = setInterval(() => this.#showNext(), PACE_MS);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #receive(updates) {
    for (const update of updates) {
      if (update.type === "post") this.#waiting.push(update);
      else if (update.type === "revise") this.#revise(update);
      else if (update.type === "retract") this.#retract(update.target);
    }
    this.#waiting = this.#waiting.slice(-PLACES);
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

  #revise(revision) {
    this.#waiting = this.#waiting.map((post) => (post.n === revision.target ? revision : post));
    const card = this.#build(revision);
    if (card) this.#card(revision.target)?.replaceWith(card);
  }

  #retract(n) {
    this.#waiting = this.#waiting.filter((post) => (post.target ?? post.n) !== n);
    this.#card(n)?.remove();
  }

  #build(update) {
    const card = cardOf(update, this.dataset.zone);
    return card && this.#still(card);
  }

  /** Nobody can press a button on a wall. */
  #still(card) {
    for (const film of card.querySelectorAll("video")) film.removeAttribute("controls");
    return card;
  }

  #card(n) {
    return this.querySelector(`[data-n="${n}"]`);
  }

  #clear() {
    this.#waiting = [];
    this.replaceChildren();
  }
}

customElements.define("live-wall", LiveWall);
