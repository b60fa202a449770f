package afa.feed;

import java.util.Locale;
import java.util.Map;

/** What people call the networks that posts come from. */
public final class Networks {
  private static final Map<String, String> LABELS = Map.of(
      "x", "X",
      "flickr", "Flickr",
      "mastodon", "Mastodon",
      "bluesky", "Bluesky",
      "feeds", "Blog");

  private Networks() {}

  /** A network's name as people write it; its own name where nobody told us. */
  public static String label(String source) {
    return LABELS.getOrDefault(source.toLowerCase(Locale.ROOT), source);
  }
}
