package afa.bluesky;

import java.text.Normalizer;
import java.util.Locale;

/** Turns strings of Bluesky into what may stand on a page, or into what can be compared. */
final class BlueskyText {
  private BlueskyText() {}

  /**
   * Without control characters (PostgreSQL refuses NUL, terminals obey the rest); line separators
   * become line feeds, halves of surrogate pairs the replacement character. Nothing is unescaped:
   * Bluesky's texts are plain.
   */
  static String shown(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (c == 0x2028 || c == 0x2029) out.append('\n');
      else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) out.append('\uFFFD');
      else if (c == '\n' || c == '\t') out.appendCodePoint(c);
      else if (!Character.isISOControl(c) && c != 0xFEFF) out.appendCodePoint(c);
    });
    return out.toString();
  }

  /** A name or description: one line, at most {@code most} UTF-16 units, stripped. */
  static String label(String text, int most) {
    String line = shown(text).replace('\n', ' ').replace('\t', ' ').strip();
    if (line.length() <= most) return line;
    int end = Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
    return line.substring(0, end);
  }

  /** What two texts that mean the same have in common: case and width of letters do not count. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
