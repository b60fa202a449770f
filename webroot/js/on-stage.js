import { keepInPlace } from "./keep-in-place.js";

const REFRESH_MS = 60_000;

/** The talks that are on; asked for every minute while somebody can see the page. */
class OnStage extends HTMLElement {
  #timer;

  connectedCallback() {
    this.#later();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  /** Some seconds earlier or later, so that not all pages ask at once. */
  #later() {
    this.#timer = setTimeout(() => this.#refresh(), REFRESH_MS * (0.75 + Math.random() / 2));
  }

  async #refresh() {
    try {
      if (document.hidden) return;
      const response = await fetch(this.dataset.src, { signal: AbortSignal.timeout(10_000) });
      if (response.ok) this.#show((await response.json()).talks);
    } catch {
      // What is shown stays; the next minute asks again.
    } finally {
      this.#later();
    }
  }

  #show(talks) {
    const items = talks.map((talk) => this.#item(talk));
    keepInPlace(() => {
      this.hidden = items.length === 0;
      this.querySelector(".stage-talks").replaceChildren(...items);
    });
  }

  #item(talk) {
    const item = this.querySelector("template").content.firstElementChild.cloneNode(true);
    for (const fact of ["title", "speakers", "room"]) {
      item.querySelector(`.talk-${fact}`).textContent = talk[fact];
    }
    item.querySelector(".talk-title").href = talk.path;
    item.querySelector("time").textContent = talk.until;
    return item;
  }
}

customElements.define("on-stage", OnStage);
