import { cardOf } from "./card.js";
import { FoldedCards } from "./folded-cards.js";
import { follow } from "./follow.js";
import { keepInPlace, keepWhatIsRead } from "./keep-in-place.js";
import { ofTalk } from "./lib/of-talk.js";
import { watchIntegrity } from "./watch-integrity.js";

/** What was said about a talk that is on: the oldest first, growing at its end. */
class TalkFeed extends HTMLElement {
  #folded;
  #unseen = new Set(); // numbers of new cards that nobody scrolled to yet
  #seen;

  connectedCallback() {
    this.#folded = new FoldedCards(this.dataset.zone, (n) => follower.one(n));
    this.#folded.begin(this.querySelectorAll(".card"));
    this.#seen = new IntersectionObserver((entries) => this.#saw(entries));
    this.#bar?.addEventListener("jump", () => this.lastElementChild?.scrollIntoView({ block: "end" }));
    const follower = follow(this, {
      updates: (updates) => this.#receive(updates),
      reset: () => location.reload(), // another life of the log has other numbers
    });
    watchIntegrity(this.dataset.event);
  }

  #receive(updates) {
    const ours = ofTalk(updates, this.dataset.talk, (n) => this.#knows(n));
    if (ours.length === 0) return;
    const { fresh, moved, gone, revised, back, regrouped } = this.#folded.plan(ours, (n) => this.#card(n) !== null);
    for (const n of [...fresh, ...back]) this.#add(n, fresh.includes(n));
    for (const [from, to] of moved) this.#replace(from, to);
    for (const n of revised) this.#replace(n, n);
    for (const n of gone) this.#remove(n);
    const cards = regrouped.map(({ lead }) => this.#card(lead)).filter(Boolean);
    if (cards.length > 0) keepWhatIsRead(() => cards.forEach((card) => this.#folded.fill(card)));
    document.querySelector(".empty").hidden = this.querySelector(".card") !== null;
    this.#count();
    this.dispatchEvent(new CustomEvent("talk-changed", { bubbles: true, detail: ours }));
  }

  async #add(n, isNew) {
    const update = await this.#folded.update(n);
    const isWanted = this.#folded.isCard(n) && this.#card(n) === null; // also now
    const card = update && isWanted && this.#build(update);
    if (!card) return;
    const later = [...this.querySelectorAll(".card")].find(({ dataset }) => Number(dataset.n) > n);
    keepInPlace(() => this.insertBefore(card, later ?? null));
    document.querySelector(".empty").hidden = true;
    if (!isNew) return;
    this.#unseen.add(n);
    this.#seen.observe(card);
    this.#count();
  }

  #replace(from, to) {
    const old = this.#card(from);
    const card = old && this.#build(this.#folded.here(to));
    if (card) keepInPlace(() => old.replaceWith(card));
  }

  #remove(n) {
    this.#unseen.delete(n);
    const card = this.#card(n);
    if (card) keepInPlace(() => card.remove());
  }

  #build(update) {
    const card = update && cardOf(update, this.dataset.zone);
    if (card) this.#folded.fill(card);
    return card;
  }

  #saw(entries) {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.#unseen.delete(Number(target.dataset.n));
      this.#seen.unobserve(target);
    }
    this.#count();
  }

  #count() {
    if (this.#bar) this.#bar.count = this.#unseen.size;
  }

  /** Whether a number stands on the page, for itself or within a card. */
  #knows(n) {
    return this.querySelector(`[data-n="${n}"]`) !== null;
  }

  #card(n) {
    return document.getElementById(`u${n}`);
  }

  get #bar() {
    return document.querySelector("new-posts");
  }
}

customElements.define("talk-feed", TalkFeed);
