import { cardOf } from "./card.js";
import { follow } from "./follow.js";
import { keepInPlace } from "./keep-in-place.js";
import { Waiting } from "./lib/waiting.js";

/** Older cards leave the page, so that it stays light all day. */
const MOST_CARDS = 500;

/** In a burst the page changes so often and no oftener: eight times a second. */
const BATCH_MS = 120;

/** A tab nobody looks at gets no frames, and needs none. */
const HIDDEN_MS = 1_000;

/** Cards slide in one after the other; when they come faster than that, they just appear. */
const SLIDE_MS = 450;

const AT_TOP_PX = 8;

const CALM = matchMedia("(prefers-reduced-motion: reduce)");

/** The live page: the newest first, growing at the top, never moving what is being read. */
class LiveFeed extends HTMLElement {
  #arrived = [];
  #waiting = new Waiting();
  #above = 0; // cards that were put above the reader's place and not passed yet
  #isScheduled = false;
  #shownAt = -Infinity;

  connectedCallback() {
    this.#bar.addEventListener("jump", () => this.jump());
    addEventListener("scroll", () => this.#scrolled(), { passive: true });
    follow(this, {
      updates: (updates) => this.#receive(updates),
      reset: () => this.#clear(),
    });
  }

  /** Shows all that waits and goes to the top. */
  jump() {
    document.activeElement?.blur();
    getSelection().empty();
    this.#insert();
    this.#above = 0;
    scrollTo({ top: 0, behavior: "instant" });
    this.#count();
  }

  #receive(updates) {
    this.#arrived.push(...updates);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    const pause = this.#shownAt + BATCH_MS - performance.now();
    if (document.hidden) setTimeout(() => this.#show(), HIDDEN_MS);
    else setTimeout(() => requestAnimationFrame(() => this.#show()), Math.max(0, pause));
  }

  #show() {
    this.#isScheduled = false;
    const isBurst = performance.now() - this.#shownAt < SLIDE_MS;
    this.#shownAt = performance.now();
    for (const update of this.#arrived.splice(0)) this.#apply(update);
    const isStill = isBurst || document.hidden || CALM.matches;
    if (this.#waiting.count > 0 && !this.#isReading()) {
      if (isStill) this.#insert();
      else this.#slideIn();
    }
    this.#count();
  }

  #apply(update) {
    if (update.type === "post") this.#waiting.add(update);
    else if (update.type === "revise") this.#revise(update);
    else if (update.type === "retract") this.#retract(update.target);
  }

  #revise(revision) {
    const old = this.#card(revision.target);
    if (this.#waiting.revise(revision) || !old) return;
    const card = cardOf(revision, this.dataset.zone);
    if (card) keepInPlace(() => old.replaceWith(card));
  }

  #retract(n) {
    const card = this.#card(n);
    if (this.#waiting.retract(n) || !card) return;
    keepInPlace(() => card.remove());
  }

  /** Whether something on the page has the reader's attention, so that it must not move. */
  #isReading() {
    const selection = getSelection();
    const isSelecting = !selection.isCollapsed && this.contains(selection.anchorNode);
    return scrollY > AT_TOP_PX || isSelecting || this.contains(document.activeElement);
  }

  #slideIn() {
    const first = this.querySelector(".card");
    const before = first?.offsetTop;
    this.#insert();
    if (!first?.isConnected) return;
    this.animate([{ transform: `translateY(${before - first.offsetTop}px)` }, {}], {
      duration: SLIDE_MS,
      easing: "cubic-bezier(0.2, 0.8, 0.3, 1)",
    });
  }

  /** Puts what waits above the cards, and lets the oldest go. */
  #insert() {
    const hasOverflowed = this.#waiting.hasOverflowed;
    const posts = this.#waiting.take();
    const cards = posts.map((post) => cardOf(post, this.dataset.zone)).filter(Boolean);
    if (hasOverflowed) this.replaceChildren();
    this.prepend(...cards);
    for (const card of [...this.querySelectorAll(".card")].slice(MOST_CARDS)) card.remove();
    this.#pointToOlder();
  }

  #card(n) {
    return this.querySelector(`[data-n="${n}"]`);
  }

  /** Whoever scrolls up to the top finds the new posts above, and stays where he reads. */
  #scrolled() {
    if (scrollY > AT_TOP_PX) return;
    const count = this.#waiting.count;
    if (count === 0) {
      this.#above = 0;
    } else if (!this.#waiting.hasOverflowed) {
      keepInPlace(() => this.#insert());
      this.#above += count;
    }
    this.#count();
  }

  #count() {
    this.#bar.count = this.#waiting.count + this.#above;
  }

  #pointToOlder() {
    const older = document.querySelector(".older");
    const oldest = Number(this.querySelector(".card:last-of-type")?.dataset.n ?? 0);
    older.href = `?before=${oldest}`;
    older.hidden = oldest <= 1;
    document.querySelector(".empty").hidden = oldest > 0;
  }

  /** The log began another life: nothing of the old one stays. */
  #clear() {
    this.#arrived = [];
    this.#waiting.take();
    this.#above = 0;
    this.replaceChildren();
    this.#pointToOlder();
    this.#count();
  }

  get #bar() {
    return document.querySelector("new-posts");
  }
}

customElements.define("live-feed", LiveFeed);
