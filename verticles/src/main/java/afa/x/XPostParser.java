package afa.x;

import afa.feed.Author;
import afa.feed.Media;
import afa.feed.Original;
import afa.feed.Post;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what X sends. Never throws: whatever it is given, it says what it is. */
final class XPostParser {
  private static final String SOURCE = "x";

  /** X allows 25,000 characters in a post; anything far beyond is not one. */
  private static final int MOST_TEXT = 100_000;

  private static final Instant FOUNDED = Instant.parse("2006-03-21T00:00:00Z");

  /** Clocks may differ. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private XPostParser() {}

  /**
   * A line of the stream.
   *
   * @param foreignRules ids of rules of the same app that are not ours
   */
  static XLine line(String line, Instant receivedAt, Set<String> foreignRules) {
    if (line.isBlank()) return new XLine.KeepAlive();
    JsonNode json = XJson.object(line).orElse(null);
    if (json == null) return new XLine.Malformed("not a JSON object");
    if (json.path("data").isObject()) {
      if (isForeign(json.path("matching_rules"), foreignRules)) {
        return new XLine.Filtered("asked for by somebody else");
      }
      return post(json.path("data"), new XIncludes(json), receivedAt);
    }
    JsonNode error = json.path("errors").path(0);
    if (!error.isObject()) return new XLine.Ignored();
    return new XLine.Disconnect(XProblem.of(error, XProblem.Kind.SERVER));
  }

  /** Posts of rules that we do not know count as ours: better one too many than one too few. */
  private static boolean isForeign(JsonNode rules, Set<String> foreign) {
    boolean any = false;
    for (JsonNode rule : rules) {
      if (!foreign.contains(XJson.text(rule, "id"))) return false;
      any = true;
    }
    return any;
  }

  /** A post, with what came along. */
  static XLine post(JsonNode data, XIncludes includes, Instant receivedAt) {
    String id = XJson.text(data, "id");
    if (!XJson.isId(id)) return new XLine.Malformed("no id");
    if (!body(data).path("text").isTextual()) return new XLine.Malformed("no text");
    if (body(data).path("text").textValue().length() > MOST_TEXT)
      return new XLine.Malformed("text too long");
    JsonNode reposted = referenced(data, "retweeted");
    JsonNode passedOn = includes.post(XJson.text(reposted, "id"));
    String reason = reasonToHide(data, includes);
    if (reason == null) reason = reasonToHide(passedOn, includes);
    if (reason != null) return new XLine.Filtered(reason);
    Post.Builder post = reposted.isMissingNode()
        ? own(data, id, includes)
        : repost(data, id, XJson.text(reposted, "id"), passedOn, includes);
    return new XLine.Shown(
        post.postedAt(time(XJson.text(data, "created_at"), receivedAt)).receivedAt(receivedAt));
  }

  private static String reasonToHide(JsonNode post, XIncludes includes) {
    if (post.path("possibly_sensitive").asBoolean()) return "possibly sensitive";
    if (includes.user(XJson.text(post, "author_id")).path("protected").asBoolean()) {
      return "protected author";
    }
    for (JsonNode country : post.path("withheld").path("country_codes")) {
      // Everywhere, or after a complaint about copyright.
      if (country.asText().equals("XX") || country.asText().equals("XY")) return "withheld";
    }
    return null;
  }

  private static Post.Builder own(JsonNode data, String id, XIncludes includes) {
    String quoteOf = id(referenced(data, "quoted"));
    JsonNode quoted = includes.post(quoteOf == null ? "" : quoteOf);
    boolean shown = quoted.isObject() && reasonToHide(quoted, includes) == null;
    Map<String, Media> media = XMedia.of(data, includes);
    XLinkedText text = linkedText(data, media, shown ? quoteOf : null);
    return builder(data, id, includes)
        .text(text.text())
        .links(text.links())
        .media(List.copyOf(media.values()))
        .quoteOf(quoteOf)
        .original(shown ? original(quoted, quoteOf, includes) : null);
  }

  /** A repost says "RT @somebody:" and then, often cut off, what the original says. */
  private static Post.Builder repost(
      JsonNode data, String id, String repostOf, JsonNode passedOn, XIncludes includes) {
    Original original = passedOn.isObject()
        ? original(passedOn, repostOf, includes)
        : XRepost.withoutOriginal(repostOf, linkedText(data, Map.of(), null));
    return builder(data, id, includes)
        .repostOf(XJson.isId(repostOf) ? repostOf : null)
        .text(original.text())
        .links(original.links())
        .media(original.media())
        .original(original);
  }

  private static Post.Builder builder(JsonNode data, String id, XIncludes includes) {
    Author author = XAuthors.of(includes.user(XJson.text(data, "author_id")));
    return Post.builder(SOURCE, id)
        .author(author)
        .url(XAuthors.permalink(author, id))
        .lang(XLanguage.of(XJson.text(data, "lang")))
        .replyTo(id(referenced(data, "replied_to")));
  }

  private static Original original(JsonNode post, String id, XIncludes includes) {
    Author author = XAuthors.of(includes.user(XJson.text(post, "author_id")));
    Map<String, Media> media = XMedia.of(post, includes);
    XLinkedText text = linkedText(post, media, null);
    return new Original(
        id,
        XAuthors.permalink(author, id),
        author,
        text.text(),
        text.links(),
        List.copyOf(media.values()));
  }

  private static XLinkedText linkedText(JsonNode post, Map<String, Media> media, String quoted) {
    JsonNode body = body(post);
    List<XSpan> spans = new ArrayList<>();
    spans.addAll(XSpan.of(body.path("entities"), link -> isShownOtherwise(link, media, quoted)));
    return XLinkedText.of(XJson.text(body, "text"), spans);
  }

  /** Links to what stands beside the text anyway: its own pictures, the post it quotes. */
  private static boolean isShownOtherwise(JsonNode link, Map<String, Media> media, String quoted) {
    if (quoted != null && XJson.text(link, "expanded_url").endsWith("/status/" + quoted)) {
      return true;
    }
    String key = XJson.text(link, "media_key");
    if (!key.isEmpty()) return media.containsKey(key);
    String shown = XJson.text(link, "display_url");
    boolean picture = shown.startsWith("pic.x.com/") || shown.startsWith("pic.twitter.com/");
    return picture && !media.isEmpty();
  }

  /** A long post is cut in {@code text}; the whole of it stands in its note. */
  private static JsonNode body(JsonNode post) {
    JsonNode note = XJson.either(post, "note_tweet", "note_post");
    return XJson.text(note, "text").isBlank() ? post : note;
  }

  private static JsonNode referenced(JsonNode post, String type) {
    for (JsonNode reference : XJson.either(post, "referenced_tweets", "referenced_posts")) {
      if (XJson.text(reference, "type").equals(type)) return reference;
    }
    return MissingNode.getInstance();
  }

  private static String id(JsonNode reference) {
    String id = XJson.text(reference, "id");
    return XJson.isId(id) ? id : null;
  }

  /** A time that X can mean, else null; PostgreSQL knows fewer years than Java. */
  private static Instant time(String text, Instant receivedAt) {
    try {
      Instant time = text.isEmpty() ? FOUNDED : Instant.parse(text);
      boolean possible = time.isAfter(FOUNDED) && time.isBefore(receivedAt.plus(A_DAY));
      return possible ? time : null;
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }
}
