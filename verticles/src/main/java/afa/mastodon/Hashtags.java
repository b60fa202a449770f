package afa.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The event's tags, compared as servers do: without regard to case, width and accents. */
final class Hashtags {
  private final Set<String> wanted;

  Hashtags(List<String> tags) {
    wanted = tags.stream().map(Hashtags::folded).collect(Collectors.toSet());
  }

  /** Whether a status has one of them; a server that does not list tags is believed. */
  boolean isIn(JsonNode status) {
    JsonNode tags = status.path("tags");
    if (!tags.isArray()) return true;
    for (JsonNode tag : tags) {
      if (wanted.contains(folded(MastodonJson.text(tag, "name")))) return true;
    }
    return false;
  }

  static String folded(String tag) {
    String bare = tag.startsWith("#") ? tag.substring(1) : tag;
    return Normalizer.normalize(bare, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .toLowerCase(Locale.ROOT);
  }
}
