package afa.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads the JSON of servers without trusting it: what is absent or of another type is empty. */
final class MastodonJson {
  private static final int MOST_URL = 2_048;
  private static final ObjectReader READER = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build()
      .reader();

  private MastodonJson() {}

  /** What a text says, if it is JSON. */
  static Optional<JsonNode> read(String json) {
    try {
      JsonNode tree = READER.readTree(json);
      return tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** A string or number as text, else empty. */
  static String text(JsonNode parent, String name) {
    JsonNode value = parent.path(name);
    return value.isTextual() || value.isIntegralNumber() ? value.asText() : "";
  }

  /** Only what says so itself: absent and null are no. */
  static boolean is(JsonNode parent, String name, boolean wanted) {
    JsonNode value = parent.path(name);
    return value.isBoolean() && value.booleanValue() == wanted;
  }

  /** A time, else null. */
  static Instant time(JsonNode parent, String name) {
    try {
      String text = text(parent, name);
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  /** A number of pixels, else null. */
  static Integer pixels(JsonNode parent, String name) {
    int n = parent.path(name).asInt(0);
    return n > 0 && n <= 100_000 ? n : null;
  }

  /** An address that a page may link to or load, else null. */
  static String url(JsonNode parent, String name) {
    String text = text(parent, name);
    return isWeb(text) ? text : null;
  }

  static boolean isWeb(String address) {
    if (address.length() > MOST_URL) return false;
    try {
      URI uri = new URI(address);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null;
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }
}
