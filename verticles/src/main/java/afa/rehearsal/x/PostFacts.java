package afa.rehearsal.x;

import afa.rehearsal.PostKind;
import afa.rehearsal.SentPost;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What rules can ask about a post. A repost is known by the words of the post it passes on, a quote
 * by its own and the quoted ones.
 *
 * @param words the text in lower case between single spaces, punctuation as spaces
 * @param tags in lower case, without {@code #}
 * @param mentions in lower case, without {@code @}
 * @param links addresses in full, in lower case
 */
record PostFacts(
    String words,
    Set<String> tags,
    Set<String> mentions,
    Set<String> links,
    String author,
    String lang,
    PostKind kind,
    String of,
    boolean media,
    String conversation) {

  static PostFacts of(SentPost post) {
    XText text = new XText(post.id()).add(post.shown().text());
    if (post.kind() == PostKind.QUOTE) text.add(" ").add(post.of().text());
    return new PostFacts(
        words(post.shown().text()
            + (post.kind() == PostKind.QUOTE ? " " + post.of().text() : "")),
        values(text, "hashtags", "tag"),
        values(text, "mentions", "username"),
        values(text, "urls", "expanded_url"),
        folded(post.author().handle()),
        post.lang(),
        post.kind(),
        post.of() == null ? "" : folded(post.of().author().handle()),
        !post.shown().photos().isEmpty(),
        XPosts.conversation(post).key());
  }

  private static Set<String> values(XText text, String kind, String field) {
    Set<String> values = new HashSet<>();
    JsonArray entities = text.entities().getJsonArray(kind, new JsonArray());
    entities.forEach(entity -> values.add(folded(((JsonObject) entity).getString(field))));
    return values;
  }

  /** Words as rules compare them. */
  static String words(String text) {
    return " "
        + folded(text).replaceAll("[^\\p{L}\\p{M}\\p{N}_\\p{So}\\p{Cs}]+", " ").strip() + " ";
  }

  /** Without regard to case and to full width. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
