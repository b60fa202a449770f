import { likenessOf } from "./likeness.js";
import { networkLabel } from "./networks.js";
import { replyAddress } from "./reply-address.js";
import { segments } from "./segments.js";
import { venueTime } from "./times.js";
import { webAddress } from "./web-address.js";

const TONES = 8;

/** In UTF-16 units: about one line of the wall, and about four. */
const SHORT = 40;
const MEDIUM = 160;

/** About twelve lines of a page. */
const MOST_UNITS = 900;
const MOST_LINES = 12;

const NOT_A_LANGUAGE = /^(und|zxx|art|mis|mul|q[a-t][a-z])$/;

/**
 * A post as a card shows it; `afa.site.CardView` makes the same of the same update on the server.
 *
 * @param update of type `post` or `revise`
 * @param zone IANA name of the venue's time zone
 * @param now a Date
 */
export function cardView(update, zone, now) {
  const shown = shownPost(update);
  return {
    n: update.type === "revise" ? update.target : update.n,
    likeness: JSON.stringify(likenessOf(update)),
    network: update.source.toLowerCase(),
    source: networkLabel(update.source),
    url: webAddress(shown.url),
    postedAt: update.postedAt,
    label: venueTime(new Date(update.postedAt), now, zone),
    author: person(shown.author),
    isReply: update.replyTo !== undefined,
    replyUrl: replyAddress(update),
    isEdited: update.type === "revise" || update.edited === true,
    isRepost: update.repostOf !== undefined,
    ...content(update, shown),
  };
}

function content(update, shown) {
  const text = shown.text ?? "";
  const warning = warningOf(update);
  const hasOwnText = text === (update.text ?? "");
  return {
    warning,
    text: segments(text, shown.links, hasOwnText ? update.emoji : []),
    textSize: textSize(text),
    isLong: isLong(text),
    lang: lang(update.lang),
    media: media(shown.media, warning !== null),
    quote: update.original && !update.repostOf ? quote(update.original, warning !== null) : null,
  };
}

/** A post that stands within the card of another one; `afa.site.FoldedView` on the server. */
export function foldedView(update, zone, now) {
  const isShown = update.repostOf === undefined && warningOf(update) === null;
  return {
    n: update.type === "revise" ? update.target : update.n,
    likeness: JSON.stringify(likenessOf(update)),
    source: networkLabel(update.source),
    url: webAddress(update.url),
    postedAt: update.postedAt,
    label: venueTime(new Date(update.postedAt), now, zone),
    author: person(update.author).name,
    text: (isShown && update.text) || null,
  };
}

/** Why a post is not for everybody's eyes; null when it is. */
export const warningOf = ({ warning }) => (warning?.trim() ? warning : null);

/** A repost shows the original as far as it came along; everything else shows itself. */
function shownPost(post) {
  const { original } = post;
  if (!post.repostOf || !original) return post;
  const texts = original.text ? original : post;
  return {
    url: original.url ?? post.url,
    author: original.author,
    text: texts.text,
    links: texts.links,
    media: original.media?.length ? original.media : post.media,
  };
}

const textSize = ({ length }) => (length <= SHORT ? "short" : length <= MEDIUM ? "medium" : "long");

const isLong = (text) => text.length > MOST_UNITS || text.split("\n").length > MOST_LINES;

const quote = (original, isCovered) => ({
  author: person(original.author),
  url: webAddress(original.url),
  text: segments(original.text ?? "", original.links),
  media: media(original.media, isCovered),
});

function person({ name, handle, url, avatar } = {}) {
  const shown = name?.trim() ? name : "unknown";
  return {
    name: shown,
    handle: handle ?? null,
    url: webAddress(url),
    avatar: webAddress(avatar),
    initials: initials(shown),
    tone: tone(shown),
  };
}

/** First letters of the first and the last word; emoji and punctuation do not count as words. */
export function initials(name) {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letter = (word) => String.fromCodePoint(word.codePointAt(0)).toUpperCase();
  if (words.length === 0) return "·";
  return words.length === 1 ? letter(words[0]) : letter(words[0]) + letter(words.at(-1));
}

/** The same colour for a name on every page: the sum of its UTF-16 units. */
const tone = (name) => name.split("").reduce((sum, unit) => sum + unit.charCodeAt(0), 0) % TONES;

/** @param isCovered whether nothing may be loaded before somebody asks: films show no picture */
const media = (items = [], isCovered = false) =>
  items.filter((item) => webAddress(item.url)).map((item) => {
    const type = mediaType(item);
    const isSized = item.width > 0 && item.height > 0;
    const still = webAddress(item.thumbnail) ?? (type === "photo" ? item.url : null);
    return {
      type,
      url: item.url,
      still: isCovered && type !== "photo" ? null : still,
      width: isSized ? item.width : null,
      height: isSized ? item.height : null,
      alt: item.alt?.trim() ? item.alt : `${KINDS[type]} without description`,
    };
  });

const KINDS = { photo: "Photo", video: "Video", gif: "Video", audio: "Recording" };

/**
 * Some networks call a picture that moves a gif, others a short film, and a recording is a film
 * without pictures to many: the file decides.
 */
function mediaType({ kind = "photo", url }) {
  if (kind === "gif" && /\.gif(\?.*)?$/i.test(url)) return "photo";
  const isSound = /\.(aac|flac|m4a|mp3|oga|ogg|opus|wav)(\?.*)?$/i.test(url);
  return kind === "video" && isSound ? "audio" : kind;
}

const lang = (tag) =>
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag ?? "") && !NOT_A_LANGUAGE.test(tag) ? tag : null;
