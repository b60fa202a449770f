package afa.x;

import afa.feed.Author;
import afa.feed.Media;
import afa.feed.Original;
import afa.feed.Post;
import afa.feed.PostBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads what X sends. Never throws: whatever it is given, it says what it is. */
final class XPostParser {
  private static final String SOURCE = XStreamVerticle.SOURCE;

  /** X allows 25,000 characters in a post; anything far beyond is not one. */
  private static final int MOST_TEXT = 100_000;

  private static final Instant FOUNDED = Instant.parse("2006-03-21T00:00:00Z");

  /** Clocks may differ. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private final XPolicy policy;

  XPostParser(XPolicy policy) {
    this.policy = policy;
  }

  /**
   * A line of the stream.
   *
   * @param foreignRules ids of rules of the same app that are not ours
   */
  XLine line(String line, Instant receivedAt, Set<String> foreignRules) {
    return line(line, receivedAt, foreignRules, json -> {});
  }

  /**
   * The same.
   *
   * @param read told of the line, when it is a JSON object
   */
  XLine line(String line, Instant receivedAt, Set<String> foreignRules, Consumer<JsonNode> read) {
    if (line.isBlank()) return new XLine.KeepAlive();
    JsonNode json = XJson.object(line).orElse(null);
    if (json == null) return new XLine.Malformed("not a JSON object");
    read.accept(json);
    return line(json, receivedAt, foreignRules);
  }

  private XLine line(JsonNode json, Instant receivedAt, Set<String> foreignRules) {
    if (json.path("data").isObject()) {
      if (isForeign(json.path("matching_rules"), foreignRules)) {
        return new XLine.Filtered("asked for by somebody else", null);
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
  XLine post(JsonNode data, XIncludes includes, Instant receivedAt) {
    String fault = fault(data);
    if (fault != null) return new XLine.Malformed(fault);
    XVersions versions = XVersions.of(data);
    JsonNode reposted = referenced(data, "retweeted");
    JsonNode passedOn = includes.post(XJson.text(reposted, "id"));
    String reason = reasonToHide(data, includes);
    if (reason == null) reason = reasonToHide(passedOn, includes);
    if (reason != null) return new XLine.Filtered(reason, versions.first());
    PostBuilder post = reposted.isMissingNode()
        ? own(data, versions, includes)
        : repost(data, versions, reposted, includes);
    return new XLine.Shown(
        post.postedAt(time(XJson.text(data, "created_at"), receivedAt)).receivedAt(receivedAt));
  }

  private static String fault(JsonNode data) {
    if (!XJson.isId(XJson.text(data, "id"))) return "no id";
    JsonNode text = body(data).path("text");
    if (!text.isTextual()) return "no text";
    return text.textValue().length() > MOST_TEXT ? "text too long" : null;
  }

  private String reasonToHide(JsonNode post, XIncludes includes) {
    return policy.reasonToHide(post, includes.user(XJson.text(post, "author_id")));
  }

  private PostBuilder own(JsonNode data, XVersions versions, XIncludes includes) {
    String quotedId = id(referenced(data, "quoted"));
    JsonNode quoted = includes.post(quotedId == null ? "" : quotedId);
    boolean shown = quoted.isObject() && reasonToHide(quoted, includes) == null;
    Map<String, Media> media = XMedia.of(data, includes);
    XLinkedText text = linkedText(data, media, shown ? quotedId : null);
    return builder(data, versions, includes)
        .text(text.text())
        .links(text.links())
        .media(List.copyOf(media.values()))
        .quoteOf(identity(quotedId, quoted))
        .original(shown ? original(quoted, includes) : null)
        .warning(warning(data, shown ? quoted : data));
  }

  /** A repost says "RT @somebody:" and then, often cut off, what the original says. */
  private static PostBuilder repost(
      JsonNode data, XVersions versions, JsonNode reference, XIncludes includes) {
    String repostOf = XJson.text(reference, "id");
    JsonNode passedOn = includes.post(repostOf);
    Original original = passedOn.isObject()
        ? original(passedOn, includes)
        : XRepost.withoutOriginal(repostOf, linkedText(data, Map.of(), null));
    return builder(data, versions, includes)
        .repostOf(identity(id(reference), passedOn))
        .text(original.text())
        .links(original.links())
        .media(original.media())
        .original(original)
        .warning(warning(data, passedOn));
  }

  /** What the log knows a referenced post by: the id of its first version, as far as we can tell. */
  private static String identity(String id, JsonNode post) {
    return id != null && post.isObject() ? XVersions.of(post).first() : id;
  }

  private static String warning(JsonNode post, JsonNode other) {
    return XPolicy.isSensitive(post) || XPolicy.isSensitive(other) ? XPolicy.WARNING : null;
  }

  private static PostBuilder builder(JsonNode data, XVersions versions, XIncludes includes) {
    Author author = XAuthors.of(includes.user(XJson.text(data, "author_id")));
    return Post.builder(SOURCE, versions.first())
        .version(versions.version())
        .edited(versions.version() != null)
        .author(author)
        .url(XAuthors.permalink(author, versions.newest()))
        .lang(XLanguage.of(XJson.text(data, "lang")))
        .replyTo(id(referenced(data, "replied_to")));
  }

  private static Original original(JsonNode post, XIncludes includes) {
    XVersions versions = XVersions.of(post);
    Author author = XAuthors.of(includes.user(XJson.text(post, "author_id")));
    Map<String, Media> media = XMedia.of(post, includes);
    XLinkedText text = linkedText(post, media, null);
    return new Original(
        versions.first(),
        XAuthors.permalink(author, versions.newest()),
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

  /** When a post was made, as X tells it; null where it does not. */
  static Instant created(JsonNode post) {
    String time = XJson.text(post, "created_at");
    return time.isEmpty() ? null : time(time, Instant.now());
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
