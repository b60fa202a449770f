package afa.flickr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Flickr's JSON without trusting it. Numbers come as numbers in some answers and as strings in
 * others, texts bare or as {@code {"_content": …}}; what is absent or of another type is empty.
 */
final class FlickrJson {
  private static final ObjectReader READER = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build()
      .reader();

  /** What is around the JSON when {@code nojsoncallback} was not heard. */
  private static final Pattern WRAPPED =
      Pattern.compile("(?s)\\s*jsonFlickr(?:Api|Feed)\\s*\\((.*)\\)\\s*;?\\s*");

  private static final int MOST_URL = 2_048;

  private FlickrJson() {}

  /** The object that a text is, wrapped in a call or not; or empty. */
  static Optional<JsonNode> object(String text) {
    Matcher wrapped = WRAPPED.matcher(text);
    try {
      JsonNode tree = READER.readTree(wrapped.matches() ? wrapped.group(1) : text);
      return tree.isObject() ? Optional.of(tree) : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** A text, however it is packed, or a number as text; else "". */
  static String text(JsonNode parent, String name) {
    JsonNode value = parent.path(name);
    JsonNode bare = value.isObject() ? value.path("_content") : value;
    return bare.isTextual() || bare.isNumber() ? bare.asText() : "";
  }

  /** A whole number that is not negative, also where it is written as a string. */
  static OptionalLong number(JsonNode parent, String name) {
    String text = text(parent, name);
    boolean digits = !text.isEmpty() && text.length() <= 15 && isDigits(text);
    return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /** Unix seconds of this century or so; empty where Flickr sends none or nonsense. */
  static Optional<Instant> time(JsonNode parent, String name) {
    OptionalLong seconds = number(parent, name);
    boolean sane = seconds.isPresent() && seconds.getAsLong() > 0 && seconds.getAsLong() < 1L << 33;
    return sane ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong())) : Optional.empty();
  }

  static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** An address that a page may link to or load, else empty; Flickr's own by https in any case. */
  static Optional<String> url(JsonNode parent, String name) {
    String text = text(parent, name);
    if (text.length() > MOST_URL) return Optional.empty();
    try {
      URI uri = new URI(text);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(secure(text, uri)) : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  /** Old answers have {@code http://farm3.staticflickr.com/…}, which pages may not load. */
  private static String secure(String text, URI uri) {
    boolean flickr = uri.getHost().matches("(?i)(.+\\.)?(flickr|staticflickr)\\.com");
    boolean plain = flickr && uri.getScheme().equalsIgnoreCase("http");
    return plain ? "https" + text.substring("http".length()) : text;
  }
}
