package afa.mastodon;

import afa.feed.Author;
import afa.feed.Original;
import afa.feed.Post;
import afa.feed.PostBuilder;
import afa.source.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the statuses of one server. Never throws: whatever it is given, it says what it is.
 *
 * <p>Facts: Mastodon's documentation of Status, Account and Quote (2026-07).
 */
final class StatusParser {
  private static final Logger log = LoggerFactory.getLogger(StatusParser.class);
  private static final String SENSITIVE = "sensitive";
  private static final int MOST_WARNING = 500;
  private static final Instant OLDEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration A_DAY = Duration.ofDays(1); // clocks may differ

  private final String domain;
  private final String base;
  private final Hashtags tags;
  private final OptOuts optOuts;
  private final UnaryOperator<String> uris;
  private final Predicate<String> decides;

  /**
   * @param domain what the handles of the server's own people end with
   * @param base address of the server
   * @param uris gives the uri of a status by the id that it has here, null when it is not known
   * @param decides whether the server's edits count, by the uri; else a status of it is added where
   *     nobody has it yet, and changes none
   */
  StatusParser(
      String domain,
      String base,
      Hashtags tags,
      OptOuts optOuts,
      UnaryOperator<String> uris,
      Predicate<String> decides) {
    this.domain = domain;
    this.base = base;
    this.tags = tags;
    this.optOuts = optOuts;
    this.uris = uris;
    this.decides = decides;
  }

  StatusResult read(String json, Instant receivedAt) {
    return MastodonJson.read(json)
        .map(status -> read(status, receivedAt))
        .orElseGet(() -> new StatusResult.Malformed("not JSON"));
  }

  StatusResult read(JsonNode status, Instant receivedAt) {
    try {
      return reading(status, receivedAt);
    } catch (RuntimeException defect) {
      // A parser of HTML is large; whatever it stumbles over must not end a stream.
      log.error("A status that cannot be read: server={}", base, defect);
      return new StatusResult.Malformed("a defect of ours");
    }
  }

  private StatusResult reading(JsonNode status, Instant receivedAt) {
    String id = MastodonJson.text(status, "id");
    String uri = MastodonJson.text(status, "uri");
    String defect = defect(status, id, uri);
    if (defect != null) return new StatusResult.Malformed(defect);
    JsonNode reblog = object(status, "reblog");
    String reason = reasonToHide(status);
    if (reason == null && reblog.isObject()) {
      String broken = defect(reblog, MastodonJson.text(reblog, "id"), uri(reblog));
      if (broken != null) return new StatusResult.Malformed("boost: " + broken);
      reason = reasonToHide(reblog);
    }
    if (reason != null) return new StatusResult.Hidden(uri, id, reason);
    PostBuilder post = reblog.isObject() ? boost(status, reblog) : own(status);
    Post read = post.version(decides.test(uri) ? version(status, receivedAt) : null)
        .postedAt(postedAt(status, receivedAt))
        .receivedAt(receivedAt);
    return new StatusResult.Shown(read, id, tags.isIn(reblog.isObject() ? reblog : status));
  }

  private static String defect(JsonNode status, String id, String uri) {
    if (!status.isObject()) return "not an object";
    if (id.isBlank() || id.length() > Post.MAX_ID_LENGTH) return "no id";
    if (uri.isBlank() || uri.length() > Post.MAX_ID_LENGTH) return "no uri";
    if (!uri.equals(PlainText.label(uri, Post.MAX_ID_LENGTH))) return "no uri";
    if (!status.path("account").isObject()) return "no account";
    return status.path("content").isTextual() ? null : "no content";
  }

  private String reasonToHide(JsonNode status) {
    if (!MastodonJson.text(status, "visibility").equals("public")) return "not public";
    if (!status.path("filtered").isEmpty()) return "filtered";
    JsonNode account = status.path("account");
    return optOuts.reasonToHide(account, Authors.handle(account, domain));
  }

  private PostBuilder own(JsonNode status) {
    JsonNode quoted = quoted(status);
    StatusText text = StatusText.of(status, base, quoted.isObject());
    return builder(status)
        .text(text.text())
        .links(text.links())
        .emoji(text.emoji())
        .media(StatusMedia.of(status.path("media_attachments")))
        .quoteOf(quoted.isObject() ? uri(quoted) : null)
        .original(quoted.isObject() ? original(quoted) : null)
        .warning(warning(status));
  }

  private PostBuilder boost(JsonNode status, JsonNode of) {
    StatusText text = StatusText.of(of, base, false);
    return builder(status)
        .repostOf(uri(of))
        .text(text.text())
        .links(text.links())
        .emoji(text.emoji())
        .media(StatusMedia.of(of.path("media_attachments")))
        .original(original(of))
        .warning(warning(of));
  }

  private PostBuilder builder(JsonNode status) {
    Instant editedAt = MastodonJson.time(status, "edited_at");
    String answered = MastodonJson.text(status, "in_reply_to_id");
    return Post.builder(MastodonSource.NAME, uri(status))
        .url(page(status))
        .author(Authors.of(status.path("account"), domain))
        .lang(language(MastodonJson.text(status, "language")))
        .replyTo(answered.isEmpty() ? null : uris.apply(answered))
        .edited(editedAt != null);
  }

  /** When it was edited. A time to come would count for more than every edit until then. */
  private static String version(JsonNode status, Instant receivedAt) {
    Instant editedAt = MastodonJson.time(status, "edited_at");
    if (editedAt == null) return null;
    Instant possible = editedAt.isBefore(receivedAt) ? editedAt : receivedAt;
    return Long.toString(Math.max(0, possible.toEpochMilli()));
  }

  private Original original(JsonNode status) {
    StatusText text = StatusText.of(status, base, false);
    Author author = Authors.of(status.path("account"), domain);
    return new Original(
        uri(status),
        page(status),
        author,
        text.text(),
        text.links(),
        StatusMedia.of(status.path("media_attachments")));
  }

  /** The quoted status where its author agreed and everybody may see it, else nothing. */
  private JsonNode quoted(JsonNode status) {
    JsonNode quote = status.path("quote");
    JsonNode quoted = quote.path("quoted_status");
    boolean isThere = MastodonJson.text(quote, "state").equals("accepted")
        && defect(quoted, MastodonJson.text(quoted, "id"), uri(quoted)) == null;
    // Beside the one that quotes it nothing can hold it back until somebody asks to see it.
    boolean isForAll = isThere && warning(quoted) == null && reasonToHide(quoted) == null;
    return isForAll ? quoted : MissingNode.getInstance();
  }

  private static String warning(JsonNode status) {
    String said = MastodonJson.text(status, "spoiler_text");
    String shown = new Shortcodes(status.path("emojis")).without(said);
    String warning = PlainText.label(shown, MOST_WARNING);
    if (!warning.isEmpty()) return warning;
    boolean hides = !said.isBlank() || MastodonJson.is(status, "sensitive", true);
    return hides ? SENSITIVE : null;
  }

  private static String uri(JsonNode status) {
    return MastodonJson.text(status, "uri");
  }

  private static String page(JsonNode status) {
    String url = MastodonJson.url(status, "url");
    boolean usable = url == null && uri(status).startsWith("https://");
    return usable ? MastodonJson.url(status, "uri") : url;
  }

  private static JsonNode object(JsonNode parent, String name) {
    JsonNode value = parent.path(name);
    return value.isObject() ? value : MissingNode.getInstance();
  }

  private static Instant postedAt(JsonNode status, Instant receivedAt) {
    Instant time = MastodonJson.time(status, "created_at");
    boolean possible =
        time != null && time.isAfter(OLDEST) && time.isBefore(receivedAt.plus(A_DAY));
    return possible ? time : null;
  }

  private static String language(String tag) {
    try {
      String known = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
      return tag.isEmpty() || tag.length() > 35 || known.equals("und") ? null : known;
    } catch (IllformedLocaleException notALanguage) {
      return null;
    }
  }
}
