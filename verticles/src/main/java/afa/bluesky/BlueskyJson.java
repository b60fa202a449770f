package afa.bluesky;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads JSON of Bluesky without trusting it: what is absent or of another type is empty. */
final class BlueskyJson {
  private static final int MOST_URL = 2_048;

  /** Two objects in one frame are a broken frame, not one post and some noise. */
  private static final ObjectReader READER = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build()
      .reader();

  private BlueskyJson() {}

  /** The object that a text is, or empty. */
  static Optional<JsonNode> object(String json) {
    try {
      JsonNode tree = READER.readTree(json);
      return tree.isObject() ? Optional.of(tree) : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** A string, else empty. */
  static String text(JsonNode parent, String name) {
    JsonNode value = parent.path(name);
    return value.isTextual() ? value.textValue() : "";
  }

  /** The kind of an object, or empty. */
  static String type(JsonNode value) {
    return text(value, "$type");
  }

  /** A number that may be an offset or a side of a picture, else -1. */
  static int small(JsonNode parent, String name) {
    JsonNode value = parent.path(name);
    return value.isIntegralNumber() && value.canConvertToInt()
        ? Math.max(-1, value.intValue())
        : -1;
  }

  /** An address that a page may link to or load, else empty. */
  static Optional<String> url(JsonNode parent, String name) {
    String text = text(parent, name);
    if (text.length() > MOST_URL) return Optional.empty();
    try {
      URI uri = new URI(text);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(text) : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
