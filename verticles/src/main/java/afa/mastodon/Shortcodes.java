package afa.mastodon;

import afa.feed.Emoji;
import afa.feed.Link;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pictures that a server has for codes such as {@code :blobcat:}. */
final class Shortcodes {
  private static final int MOST_CODE = 100;
  private static final int MOST_EMOJI = 200; // in one text

  private final Map<String, String> pictures = new HashMap<>();

  /**
   * @param emojis of a status or an account
   */
  Shortcodes(JsonNode emojis) {
    for (JsonNode emoji : emojis) {
      String still = MastodonJson.url(emoji, "static_url");
      String picture = still == null ? MastodonJson.url(emoji, "url") : still;
      if (picture != null) pictures.put(MastodonJson.text(emoji, "shortcode"), picture);
    }
  }

  /** The codes of a text; those in the address of a link are part of it. */
  List<Emoji> in(String text, List<Link> links) {
    List<Emoji> found = new ArrayList<>();
    int from = pictures.isEmpty() ? -1 : text.indexOf(':');
    while (from >= 0 && found.size() < MOST_EMOJI) {
      int to = text.indexOf(':', from + 1);
      String picture = picture(text, from, to);
      if (picture != null && isFree(from, to + 1, links)) {
        found.add(new Emoji(from, to + 1, picture));
        to = text.indexOf(':', to + 1);
      }
      from = to;
    }
    return found;
  }

  /** A text that no picture can stand in: without the codes. */
  String without(String text) {
    StringBuilder rest = new StringBuilder(text);
    List<Emoji> found = in(text, List.of());
    for (int i = found.size() - 1; i >= 0; i--) {
      Emoji emoji = found.get(i);
      boolean apart = emoji.start() > 0 && text.charAt(emoji.start() - 1) == ' ';
      rest.delete(apart ? emoji.start() - 1 : emoji.start(), emoji.end());
    }
    return rest.toString().strip();
  }

  private String picture(String text, int from, int to) {
    boolean possible = to > from + 1 && to - from <= MOST_CODE;
    return possible ? pictures.get(text.substring(from + 1, to)) : null;
  }

  private static boolean isFree(int start, int end, List<Link> links) {
    return links.stream().noneMatch(link -> link.start() < end && start < link.end());
  }
}
