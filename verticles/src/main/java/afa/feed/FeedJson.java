package afa.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.DateTimeException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON of posts and updates, as docs/protocol.md describes it, and of what nodes keep. */
public final class FeedJson {
  /** Absent fields are left out, unknown ones ignored, instants in ISO 8601. */
  public static final ObjectMapper MAPPER = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
      .serializationInclusion(JsonInclude.Include.NON_EMPTY)
      .build();

  private FeedJson() {}

  /** The text is not what was expected. */
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Malformed(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** A post without number or type. */
  public static String encode(Post post) {
    return write(post);
  }

  /** The ledger of a source. */
  public static String encode(Coverage coverage) {
    return write(coverage);
  }

  /**
   * A ledger by its JSON.
   *
   * @throws Malformed when it is not one
   */
  public static Coverage coverage(String json) {
    try {
      return MAPPER.readValue(json, Coverage.class);
    } catch (JsonProcessingException notACoverage) {
      throw new Malformed("not a coverage: " + notACoverage.getOriginalMessage(), notACoverage);
    }
  }

  /**
   * A post by its JSON.
   *
   * @throws Malformed when it is not one, or has no source, id or time of receipt
   */
  public static Post post(String json) {
    try {
      return MAPPER.readValue(json, Post.class);
    } catch (JsonProcessingException notAPost) {
      throw new Malformed("not a post: " + notAPost.getOriginalMessage(), notAPost);
    }
  }

  /**
   * An event as its file described it; empty where nobody kept that, or another version of us wrote
   * what this one cannot read: the event is there all the same.
   */
  public static Optional<EventInfo> eventInfo(@Nullable String json) {
    if (json == null) return Optional.empty();
    try {
      EventInfo info = MAPPER.readValue(json, EventInfo.class);
      info.begin(); // throws where there is no such zone, or no time
      info.end();
      return Optional.of(info);
    } catch (JsonProcessingException | DateTimeException | NullPointerException unreadable) {
      return Optional.empty();
    }
  }

  static Update update(String json) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      Update.Type type = MAPPER.treeToValue(tree.path("type"), Update.Type.class);
      boolean hasContent = type == Update.Type.POST || type == Update.Type.REVISE;
      return new Update(
          tree.path("n").longValue(),
          type,
          tree.has("target") ? tree.get("target").longValue() : null,
          hasContent ? MAPPER.treeToValue(tree, Post.class) : null);
    } catch (JsonProcessingException notAnUpdate) {
      throw new Malformed("not an update: " + notAnUpdate.getOriginalMessage(), notAnUpdate);
    }
  }

  private static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a record that cannot be written as JSON", impossible);
    }
  }
}
