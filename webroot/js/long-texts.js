/** Opens the long texts that style sheets cut off, on demand and for whoever gets into them. */
function toggle(text, isOpen) {
  const button = text.parentElement.querySelector(":scope > .card-more");
  text.toggleAttribute("data-open", isOpen);
  button?.setAttribute("aria-expanded", isOpen);
  if (button) button.textContent = isOpen ? "Show less" : "Show all of it";
}

addEventListener("click", ({ target }) => {
  const button = target.closest?.(".card-more");
  const text = button?.parentElement.querySelector(":scope > .card-text");
  if (text) toggle(text, !text.hasAttribute("data-open"));
});

/** A link that has the focus must be in sight. */
addEventListener("focusin", ({ target }) => {
  const text = target.closest?.(".card-text[data-long]:not([data-open])");
  if (text) toggle(text, true);
});
