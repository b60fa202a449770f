package afa.source;

import org.jspecify.annotations.Nullable;

/** Turns strings of strangers into what may stand on a page, in a log file and in PostgreSQL. */
public final class PlainText {
  private PlainText() {}

  /**
   * Without control characters (PostgreSQL refuses NUL, terminals obey the rest) and without
   * overrides of the writing direction, which only serve to deceive; line separators become line
   * feeds, halves of surrogate pairs the replacement character.
   */
  public static String harmless(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /** A name or description: one line, at most {@code most} UTF-16 units, stripped; null is "". */
  public static String label(@Nullable String text, int most) {
    if (text == null) return "";
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(most * 2L)
        .filter(c -> !turnsDirection(c))
        .forEach(c -> append(line, c));
    return cut(line.toString().replace('\n', ' ').replace('\t', ' ').strip(), most);
  }

  /** At most {@code most} UTF-16 units, no character halved. */
  public static String cut(String text, int most) {
    if (text.length() <= most) return text;
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  private static void append(StringBuilder out, int c) {
    if (c == 0x2028 || c == 0x2029) out.append('\n');
    else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) out.append('\uFFFD');
    else if (c == '\n' || c == '\t' || !isUnwanted(c)) out.appendCodePoint(c);
  }

  private static boolean isUnwanted(int c) {
    boolean overridesDirection = c == 0x202D || c == 0x202E;
    return Character.isISOControl(c) || c == 0xFEFF || overridesDirection;
  }

  /** Embeddings and isolates: left open in a name they would turn what stands beside it. */
  private static boolean turnsDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
