import { segments } from "./segments.js";
import { venueTime } from "./times.js";
import { webAddress } from "./web-address.js";

const SOURCES = { x: "X", flickr: "Flickr", mastodon: "Mastodon", bluesky: "Bluesky", feeds: "Blog" };
const TONES = 8;

/** In UTF-16 units: about one line of the wall, and about four. */
const SHORT = 40;
const MEDIUM = 160;

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
    source: SOURCES[update.source.toLowerCase()] ?? update.source,
    url: webAddress(shown.url),
    postedAt: update.postedAt,
    label: venueTime(new Date(update.postedAt), now, zone),
    author: person(shown.author),
    reposter: update.repostOf ? person(update.author) : null,
    isReply: update.replyTo !== undefined,
    replyUrl: replyUrl(update),
    isEdited: update.type === "revise",
    text: segments(shown.text ?? "", shown.links),
    textSize: textSize(shown.text ?? ""),
    lang: lang(update.lang),
    media: media(shown.media),
    quote: update.original && !update.repostOf ? quote(update.original) : null,
  };
}

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

const quote = (original) => ({
  author: person(original.author),
  url: webAddress(original.url),
  text: segments(original.text ?? "", original.links),
  media: media(original.media),
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

const media = (items = []) =>
  items.filter((item) => webAddress(item.url)).map((item) => {
    const isGifFile = item.kind === "gif" && /\.gif(\?.*)?$/i.test(item.url);
    const type = isGifFile ? "photo" : item.kind;
    const isSized = item.width > 0 && item.height > 0;
    return {
      type,
      url: item.url,
      still: webAddress(item.thumbnail) ?? (type === "photo" ? item.url : null),
      width: isSized ? item.width : null,
      height: isSized ? item.height : null,
      alt: item.alt?.trim()
        ? item.alt
        : `${type === "photo" ? "Photo" : "Video"} without description`,
    };
  });

/** X leads from a bare id to the post; the others have no such address. */
const replyUrl = ({ source, replyTo }) =>
  source === "x" && /^\d{1,20}$/.test(replyTo ?? "") ? `https://x.com/i/status/${replyTo}` : null;

const lang = (tag) =>
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag ?? "") && !NOT_A_LANGUAGE.test(tag) ? tag : null;
