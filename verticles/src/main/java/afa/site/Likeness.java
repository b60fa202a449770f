package afa.site;

import afa.feed.Author;
import afa.feed.Link;
import afa.feed.Post;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether two posts are one. {@code webroot/js/lib/likeness.js} makes the same of the same
 * post; both are tested with {@code webtests/cases/folding.json}.
 *
 * @param id identity of the post; of the one it was made of where a bridge copied it
 * @param of identity of the post that it passes on
 * @param people names and handles of the author, as far as they tell people apart
 * @param words a digest of the text; absent when so few words prove nothing
 * @param at when it was posted, in milliseconds since 1970
 */
record Likeness(
    String id, @Nullable String of, List<String> people, @Nullable String words, long at) {
  /** Fewer characters are said by many people. */
  private static final int FEWEST = 20;

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\p{Z}\\p{Cc}]+");
  private static final Pattern TAG = Pattern.compile("#[\\p{L}\\p{M}\\p{N}_]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}]+");
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern BLUESKY_HOST = Pattern.compile("\\.bsky\\.social$");

  static Likeness of(Post post) {
    String of = post.repostOf();
    return new Likeness(
        identity(post.source(), post.id()),
        of == null ? null : identity(post.source(), of),
        people(post.author()),
        of == null ? words(post.text(), post.links()) : null,
        post.postedAt().toEpochMilli());
  }

  /** As cards carry it, for the script of the page. */
  String json() {
    JsonObject json = new JsonObject().put("id", id);
    if (of != null) json.put("of", of);
    json.put("people", new JsonArray(people));
    if (words != null) json.put("words", words);
    return json.put("at", at).encode();
  }

  /** The network that it was written on. */
  String network() {
    return id.substring(0, id.indexOf(':'));
  }

  /** A bridge keeps the address of a Bluesky post in the one it makes on Mastodon. */
  private static String identity(String source, String id) {
    int bridged = source.equals("mastodon") ? id.indexOf("/at://") : -1;
    return bridged < 0 ? source + ":" + id : "bluesky:" + id.substring(bridged + 1);
  }

  private static List<String> people(Author author) {
    List<String> people = new ArrayList<>();
    String name = author.name() == null ? "" : author.name();
    String letters = NOT_IN_NAMES.matcher(plain(name)).replaceAll("");
    if (length(letters) >= 2 && !letters.equals("unknown")) people.add("name " + letters);
    String handle = author.handle() == null ? "" : handle(author.handle());
    if (length(handle) >= 3) people.add("handle " + handle);
    return List.copyOf(people);
  }

  /** {@code countess} of {@code @countess@one.example} and {@code countess.bsky.social}. */
  private static String handle(String handle) {
    String bare = plain(handle.startsWith("@") ? handle.substring(1) : handle);
    int host = bare.indexOf('@');
    return BLUESKY_HOST.matcher(host < 0 ? bare : bare.substring(0, host)).replaceAll("");
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
