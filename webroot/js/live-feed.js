import { cardOf } from "./card.js";
import { FoldedCards } from "./folded-cards.js";
import { follow } from "./follow.js";
import { keepInPlace, keepWhatIsRead } from "./keep-in-place.js";
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
  #folded;
  #waiting = new Waiting();
  #above = 0; // cards that were put above the reader's place and not passed yet
  #isScheduled = false;
  #shownAt = -Infinity;

  connectedCallback() {
    this.#bar.addEventListener("jump", () => this.jump());
    addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.#folded = new FoldedCards(this.dataset.zone, (n) => follower.one(n));
    this.#folded.begin(this.querySelectorAll(".card"));
    const follower = follow(this, {
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
    this.#apply(this.#folded.plan(this.#arrived.splice(0), (n) => this.#isShown(n)));
    const isStill = isBurst || document.hidden || CALM.matches;
    if (this.#waiting.count > 0 && !this.#isReading()) {
      if (isStill) this.#insert();
      else this.#slideIn();
    }
    this.#count();
  }

  /** Does to the page what the plan says; posts that come at the top wait for their moment. */
  #apply({ fresh, moved, gone, revised, back, regrouped }) {
    for (const n of fresh) this.#waiting.add(this.#folded.here(n));
    for (const pair of moved) this.#move(...pair);
    for (const n of gone) this.#remove(n);
    for (const n of revised) this.#revise(n);
    for (const n of back) this.#bringBack(n);
    const cards = regrouped.map(({ lead }) => this.#card(lead)).filter(Boolean);
    if (cards.length > 0) keepWhatIsRead(() => cards.forEach((card) => this.#folded.fill(card)));
  }

  #move(from, to) {
    const update = this.#folded.here(to);
    if (this.#waiting.retract(from)) this.#waiting.add(update);
    else this.#replace(from, update);
  }

  #revise(n) {
    const revision = this.#folded.here(n);
    if (!this.#waiting.revise(revision)) this.#replace(n, revision);
  }

  #replace(n, update) {
    const old = this.#card(n);
    const card = old && this.#build(update);
    if (card) keepInPlace(() => old.replaceWith(card));
  }

  #remove(n) {
    const card = this.#card(n);
    if (this.#waiting.retract(n) || !card) return;
    keepInPlace(() => card.remove());
  }

  /** One that stood within another card stands for itself again, where its number belongs. */
  async #bringBack(n) {
    const update = await this.#folded.update(n);
    if (!update || !this.#folded.isCard(n) || this.#isShown(n)) return;
    const card = this.#build(update);
    const older = [...this.querySelectorAll(".card")].find(({ dataset }) => Number(dataset.n) < n);
    if (card) keepInPlace(() => this.insertBefore(card, older ?? null));
  }

  #build(update) {
    const card = cardOf(update, this.dataset.zone);
    if (card) this.#folded.fill(card);
    return card;
  }

  #isShown(n) {
    return this.#waiting.has(n) || this.#card(n) !== null;
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
    const cards = posts.map((post) => this.#build(post)).filter(Boolean);
    if (hasOverflowed) this.replaceChildren();
    this.prepend(...cards);
    for (const card of [...this.querySelectorAll(".card")].slice(MOST_CARDS)) card.remove();
    this.#pointToOlder();
  }

  #card(n) {
    return document.getElementById(`u${n}`);
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
    this.#folded.clear();
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
