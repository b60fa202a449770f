const WORDS = {
  live: "Live",
  reconnecting: "Reconnecting",
  "catching-up": "Catching up",
  offline: "Offline",
};

/** A blip that is over sooner is nobody's business. */
const CALM_MS = 1_500;

/** Says in words how the page is connected. */
class ConnectionState extends HTMLElement {
  #timer;

  /** Shows a state: good news at once, anything else when it lasts. */
  show(state) {
    clearTimeout(this.#timer);
    const delay = state === "live" || state === "offline" ? 0 : CALM_MS;
    this.#timer = setTimeout(() => this.#set(state), delay);
  }

  #set(state) {
    if (this.dataset.state === state) return;
    this.dataset.state = state;
    this.querySelector(".state-words").textContent = WORDS[state];
  }
}

customElements.define("connection-state", ConnectionState);
