const WORDS = {
  live: "Live",
  reconnecting: "Reconnecting",
  "catching-up": "Catching up",
  offline: "Offline",
};

/** A blip that is over sooner is nobody's business. */
const CALM_MS = 1_500;

/** Says in words how the page is connected, and whether what it is connected to is well. */
class ConnectionState extends HTMLElement {
  #timer;
  #state = null; // until something is known
  #trouble = null;

  /** Shows a state: good news at once, anything else when it lasts. */
  show(state) {
    clearTimeout(this.#timer);
    const delay = state === "live" || state === "offline" ? 0 : CALM_MS;
    this.#timer = setTimeout(() => {
      this.#state = state;
      this.#say();
    }, delay);
  }

  /**
   * A connection alone does not make a page live.
   *
   * @param trouble `{state, words}` to say in place of "Live", or null
   */
  admit(trouble) {
    this.#trouble = trouble;
    this.#say();
  }

  #say() {
    if (!this.#state) return;
    const isAdmitted = this.#state === "live" && this.#trouble;
    this.dataset.state = isAdmitted ? this.#trouble.state : this.#state;
    const words = isAdmitted ? this.#trouble.words : WORDS[this.#state];
    const place = this.querySelector(".state-words");
    if (place.textContent !== words) place.textContent = words;
  }
}

customElements.define("connection-state", ConnectionState);
