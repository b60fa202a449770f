const COUNTS = new Intl.NumberFormat("en");

/** How often a screen reader is told, so that it can also say something else. */
const TELL_MS = 20_000;

/** The bar that counts what waits above the reader; a click goes there. */
class NewPosts extends HTMLElement {
  #toldAt = -Infinity;

  connectedCallback() {
    this.#button.addEventListener("click", () => this.dispatchEvent(new Event("jump")));
  }

  /** Shows how many wait; none hides the bar. */
  set count(count) {
    this.hidden = count === 0;
    const words = count === 1 ? "1 new post" : `${COUNTS.format(count)} new posts`;
    if (count > 0) this.#button.textContent = words;
    this.#tell(count === 0 ? "" : words);
  }

  get #button() {
    return this.querySelector("button");
  }

  #tell(words) {
    const now = performance.now();
    const told = document.getElementById("told");
    if (words && now - this.#toldAt < TELL_MS) return;
    if (words) this.#toldAt = now;
    told.textContent = words;
  }
}

customElements.define("new-posts", NewPosts);
