/**
 * A new element. Strings among its children become text, never markup.
 *
 * @param attributes by name; `text` is its text, and what begins with `on` is listened to
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "text") element.textContent = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** Changes a text only where it differs, so that nothing is read out or selected in vain. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** The same, and without a text the element is not there. */
export function sayOrHide(element, text) {
  say(element, text);
  element.hidden = text === "";
}

/** What CSS reads. */
export function mark(element, name, value) {
  if (element.dataset[name] !== String(value)) element.dataset[name] = value;
}

const views = new WeakMap();

/**
 * Makes the children of an element those of a list. Who stays is updated where it is, so that the
 * focus and what is being read stay too.
 *
 * @param keyOf tells items apart
 * @param create gives the view of a new item: `{element, update(item)}`
 */
export function keyed(parent, items, keyOf, create) {
  const known = views.get(parent) ?? new Map();
  views.set(parent, known);
  const wanted = new Set(items.map(keyOf));
  for (const [key, { element }] of known) {
    if (wanted.has(key)) continue;
    element.remove();
    known.delete(key);
  }
  let next = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    if (!known.has(key)) known.set(key, create(item));
    const { element } = known.get(key);
    if (element === next) next = next.nextElementSibling;
    else parent.insertBefore(element, next);
    known.get(key).update(item);
  }
}

/** A sign in its colour, and the word for it: `{element, update({level, sign, words})}`. */
export function signed(className = "") {
  const sign = make("span", { class: "sign", "aria-hidden": "true" });
  const words = make("span", { class: "signed-words" });
  const element = make("span", { class: `signed ${className}`.trim() }, sign, words);
  const update = (state) => {
    mark(element, "level", state.level);
    say(sign, state.sign);
    say(words, state.words);
  };
  return { element, update };
}

/** Facts in a row: `{element, update([{name, words, isHigh}])}`. */
export function facts(className) {
  const element = make("dl", { class: `facts ${className}` });
  const create = () => {
    const name = make("dt");
    const words = make("dd");
    const update = (fact) => {
      say(name, fact.name);
      say(words, fact.words);
      mark(words, "high", fact.isHigh === true);
    };
    return { element: make("div", { class: "fact" }, name, words), update };
  };
  return { element, update: (list) => keyed(element, list, ({ name }) => name, create) };
}

export const button = (text, className, onclick) =>
  make("button", { type: "button", class: `button ${className}`.trim(), text, onclick });
