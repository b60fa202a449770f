package afa.x;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads X's JSON without trusting it: what is absent or of another type is empty. */
final class XJson {
  /** Two objects on one line are a broken line, not one post and some noise. */
  private static final ObjectReader READER = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build()
      .reader();

  private XJson() {}

  /** The object that a text is, or empty. */
  static Optional<JsonNode> object(String json) {
    try {
      JsonNode tree = READER.readTree(json);
      return tree.isObject() ? Optional.of(tree) : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** In 2026 X began to call posts posts; which endpoint uses which name is not to be relied on. */
  static JsonNode either(JsonNode parent, String oldName, String newName) {
    JsonNode old = parent.path(oldName);
    return old.isMissingNode() || old.isNull() ? parent.path(newName) : old;
  }

  /** A string or number as text, else empty. */
  static String text(JsonNode parent, String name) {
    return text(parent.path(name));
  }

  static String text(JsonNode value) {
    return value.isTextual() || value.isNumber() ? value.asText() : "";
  }

  /** A whole number, also where it is written as a string. */
  static Optional<Integer> integer(JsonNode parent, String name) {
    String text = text(parent, name);
    if (text.isEmpty() || text.length() > 9) return Optional.empty();
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** X's ids: up to 19 digits. */
  static boolean isId(String text) {
    return !text.isEmpty()
        && text.length() <= 20
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** An address that a page may link to or load, else empty. */
  static Optional<String> url(JsonNode parent, String name) {
    String text = text(parent, name);
    if (text.length() > 2_048) return Optional.empty();
    try {
      URI uri = new URI(text);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getRawAuthority() != null && uri.getHost() != null
          ? Optional.of(text)
          : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
