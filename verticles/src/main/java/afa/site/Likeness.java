package afa.site;

import afa.feed.Author;
import afa.feed.Link;
import afa.feed.Post;
import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether two posts are one. {@code webroot/js/lib/likeness.js} makes the same of the same
 * post; both are tested with {@code webtests/cases/folding.json}.
 *
 * @param id identity of the post; of the one it was made of where a bridge copied it
 * @param of identity of the post that it passes on
 * @param isBridged whether a bridge copied it
 * @param person the name before the host in the author's handle, which one keeps on all networks;
 *     absent when there is none, as the display name is anybody's to choose
 * @param words a digest of the text; absent when so few words prove nothing
 * @param at when it was posted, in milliseconds since 1970
 */
record Likeness(
    String id,
    @Nullable String of,
    boolean isBridged,
    @Nullable String person,
    @Nullable String words,
    long at) {
  /** Fewer characters are said by many people. */
  private static final int FEWEST = 20;

  private static final int SHORTEST_HANDLE = 2;

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\p{Z}\\p{Cc}]+");
  private static final Pattern TAG = Pattern.compile("#[\\p{L}\\p{M}\\p{N}_]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}]+");
  private static final Pattern HOST = Pattern.compile("[@.].*$", Pattern.DOTALL);
  private static final Pattern NOT_IN_HANDLES = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** Those of Bridgy Fed, as it gave them in 2026; anybody else may write any address. */
  private static final Pattern BRIDGED =
      Pattern.compile("^https://(?:bsky|fed)\\.brid\\.gy/convert/ap/(at://.+)$");

  static Likeness of(Post post) {
    String of = post.repostOf();
    return new Likeness(
        identity(post.source(), post.id()),
        of == null ? null : identity(post.source(), of),
        !identity(post.source(), post.id()).startsWith(post.source() + ":"),
        person(post.author()),
        of == null ? words(post.text(), post.links()) : null,
        post.postedAt().toEpochMilli());
  }

  /** As cards carry it, for the script of the page. */
  String json() {
    JsonObject json = new JsonObject().put("id", id);
    if (of != null) json.put("of", of);
    if (isBridged) json.put("bridged", true);
    if (person != null) json.put("person", person);
    if (words != null) json.put("words", words);
    return json.put("at", at).encode();
  }

  /** The network that it was written on. */
  String network() {
    return id.substring(0, id.indexOf(':'));
  }

  /** A bridge keeps the address of a Bluesky post in the one it makes on Mastodon. */
  private static String identity(String source, String id) {
    Matcher bridged = BRIDGED.matcher(id);
    return source.equals("mastodon") && bridged.matches()
        ? "bluesky:" + bridged.group(1)
        : source + ":" + id;
  }

  /**
   * {@code adal} of {@code @Ada_L@one.example} and {@code ada-l.bsky.social}: networks allow
   * different signs.
   */
  private static @Nullable String person(Author author) {
    String handle = plain(author.handle() == null ? "" : author.handle());
    String local =
        HOST.matcher(handle.startsWith("@") ? handle.substring(1) : handle).replaceAll("");
    String person = NOT_IN_HANDLES.matcher(local).replaceAll("");
    return length(person) < SHORTEST_HANDLE ? null : person;
  }

  private static @Nullable String words(String text, List<Link> links) {
    String bare = plain(withoutLinks(text, links));
    String untagged = TAG.matcher(ADDRESS.matcher(bare).replaceAll("")).replaceAll("");
    String words = INVISIBLE.matcher(untagged).replaceAll("");
    return length(words) < FEWEST ? null : digest(words);
  }

  /** Networks write the same link in different ways; what is mentioned is part of what is said. */
  private static String withoutLinks(String text, List<Link> links) {
    StringBuilder rest = new StringBuilder();
    int done = 0;
    for (Link link : links) {
      boolean isInside =
          link.start() >= done && link.start() < link.end() && link.end() <= text.length();
      if (!isInside || link.kind() == Link.Kind.MENTION) continue;
      rest.append(text, done, link.start());
      done = link.end();
    }
    return rest.append(text, done, text.length()).toString();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** FNV-1a over UTF-16 units; author, time and network must agree too, so 32 bits are plenty. */
  private static String digest(String words) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < words.length(); i++) hash = (hash ^ words.charAt(i)) * 0x01000193;
    return words.length() + "." + Integer.toHexString(hash);
  }
}
