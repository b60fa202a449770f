import { button, keyed, make, mark, say } from "./console-dom.js";
import { bannerOf } from "./lib/console-lead.js";

/** Says at once that the page is not connected, and where it could be. */
export class Banner {
  #words = make("p", { class: "banner-words" });
  /** Read out; always on the page, as what appears with its text is often not. */
  alert = make("p", { class: "visually-hidden", role: "alert" });
  #login = make("a", {
    class: "button",
    href: "/console/login",
    target: "_blank",
    text: "Log in again in a new tab",
  });
  #retry;
  #places = make("ul", { class: "banner-places" });

  constructor(onRetry) {
    this.#retry = button("Try now", "", onRetry);
    const does = make("div", { class: "banner-does" }, this.#login, this.#retry, this.#places);
    this.element = make("div", { class: "banner" }, this.#words, does);
    this.element.hidden = true;
  }

  /** What is read out is said once, not every second. */
  show(link, places, now) {
    const words = bannerOf(link, now);
    this.element.hidden = words === "";
    mark(this.element, "state", link.name);
    say(this.#words, words);
    say(this.alert, words.split(". ")[0]);
    this.#login.hidden = link.name !== "expired";
    keyed(this.#places, link.name === "lost" ? places : [], ({ url }) => url, ({ node, url }) => ({
      element: make("li", {}, make("a", { class: "button", href: url, text: `Go on at ${node}` })),
      update: () => {},
    }));
  }
}
