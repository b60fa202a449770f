package afa.bluesky;

import java.text.Normalizer;
import java.util.Locale;

/** Texts as they are compared. */
final class BlueskyText {
  private BlueskyText() {}

  /** What two texts that mean the same have in common: case and width of letters do not count. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
