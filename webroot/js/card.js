import { refreshTimes } from "./card-times.js";
import { foldedPost, showFolded } from "./folded.js";
import { cardView } from "./lib/card-view.js";

/** The card of an update; null, and a word in the console, when it is not what a post should be. */
export function cardOf(update, zone) {
  try {
    const view = cardView(update, zone, new Date());
    const card = buildCard(view);
    showFolded(card, view.isRepost ? [foldedPost(update, zone)] : [], []);
    refreshTimes(card, zone);
    return card;
  } catch (error) {
    console.error(`update ${update.n} cannot be shown`, error);
    return null;
  }
}

/**
 * Makes a card of its view: a copy of the page's `<template id="card">` with its parts filled in,
 * or left out. The same markup as the server's, as it comes from the same file.
 */
function buildCard(view) {
  const card = document.getElementById("card").content.firstElementChild.cloneNode(true);
  const part = (name) => card.querySelector(`.${name}`);
  card.id = `u${view.n}`;
  card.dataset.n = view.n;
  card.dataset.likeness = view.likeness;
  setHref(part("card-when"), view.url);
  part("card-time").dateTime = view.postedAt;
  part("card-time").textContent = view.label;
  part("card-source").textContent = view.source;
  part("card-source").dataset.network = view.network;
  keep(part("card-edited"), view.isEdited);
  fillPerson(part("byline"), view.author);
  if (keep(part("card-reply"), view.isReply)) {
    setHref(part("card-reply").querySelector("a"), view.replyUrl);
  }
  if (keep(part("quote"), view.quote)) fillQuote(part("quote"), view.quote);
  fillText(part("card-text"), view.text);
  part("card-text")?.setAttribute("data-size", view.textSize);
  part("card-text")?.toggleAttribute("data-long", view.isLong);
  keep(part("card-more"), view.isLong);
  if (view.lang) part("card-text")?.setAttribute("lang", view.lang);
  else part("card-text")?.removeAttribute("lang");
  fillMedia(part("media"), view.media);
  cover(part("card-warned"), view.warning);
  return card;
}

/** A warning stands before the content; without one nothing does. */
function cover(details, warning) {
  if (warning) details.querySelector(".card-warning-words").textContent = warning;
  else details.replaceWith(details.querySelector(".card-content"));
}

function fillQuote(element, quote) {
  if (quote.url) element.setAttribute("cite", quote.url);
  else element.removeAttribute("cite");
  fillPerson(element.querySelector(".byline"), quote.author);
  fillText(element.querySelector(".quote-text"), quote.text);
  fillMedia(element.querySelector(".media"), quote.media);
}

function fillPerson(byline, person) {
  const part = (name) => byline.querySelector(`.${name}`);
  part("avatar").dataset.tone = person.tone;
  part("avatar-initials").textContent = person.initials;
  if (keep(part("avatar-image"), person.avatar)) part("avatar-image").src = person.avatar;
  setHref(part("author"), person.url);
  part("author-name").textContent = person.name;
  if (keep(part("author-handle"), person.handle !== null)) {
    part("author-handle").textContent = `@${person.handle}`;
  }
}

function fillText(element, runs) {
  if (!keep(element, runs.length > 0)) return;
  const link = element.querySelector(".link");
  const emoji = element.querySelector(".emoji");
  const shown = (run) => (run.kind === "emoji" ? pictureOf(emoji, run) : linkTo(link, run));
  element.replaceChildren(...runs.map((run) => (run.url ? shown(run) : run.text)));
}

function pictureOf(pattern, { text, url }) {
  const picture = pattern.cloneNode();
  picture.alt = text;
  picture.title = text;
  picture.src = url;
  return picture;
}

function linkTo(pattern, { text, url, kind }) {
  const link = pattern.cloneNode();
  link.dataset.kind = kind;
  link.href = url;
  link.textContent = text;
  return link;
}

function fillMedia(element, items) {
  if (!keep(element, items.length > 0)) return;
  const [photo, film, sound] = element.querySelectorAll(".media-item");
  element.dataset.count = items.length;
  element.replaceChildren(...items.map((item) => {
    if (item.type === "photo") return photoOf(photo, item);
    return item.type === "audio" ? soundOf(sound, item) : filmOf(film, item);
  }));
}

function soundOf(pattern, item) {
  const sound = pattern.cloneNode();
  sound.setAttribute("aria-label", item.alt);
  sound.src = item.url;
  return sound;
}

function photoOf(pattern, item) {
  const link = pattern.cloneNode(true);
  const image = link.querySelector("img");
  link.href = item.url;
  image.alt = item.alt;
  setSize(image, item);
  image.src = item.still;
  return link;
}

function filmOf(pattern, item) {
  const film = pattern.cloneNode();
  film.dataset.type = item.type;
  film.toggleAttribute("loop", item.type === "gif");
  film.setAttribute("aria-label", item.alt);
  setSize(film, item);
  if (item.still) film.poster = item.still;
  else film.removeAttribute("poster");
  film.src = item.url;
  return film;
}

function setSize(element, { width, height }) {
  if (width === null) {
    element.removeAttribute("width");
    element.removeAttribute("height");
    return;
  }
  element.width = width;
  element.height = height;
}

function setHref(link, url) {
  if (url) link.href = url;
  else link.removeAttribute("href");
}

/** Leaves a part out unless there is something to put in it. */
function keep(element, content) {
  if (!content) element.remove();
  return Boolean(content);
}
