package afa.flickr;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes addresses. */
final class FlickrUrls {
  private FlickrUrls() {}

  /** A text as it may stand in a query or a path. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A query without its question mark, in the order of the map. */
  static String query(Map<String, String> arguments) {
    return arguments.entrySet().stream()
        .map(argument -> argument.getKey() + "=" + encoded(argument.getValue()))
        .collect(Collectors.joining("&"));
  }
}
