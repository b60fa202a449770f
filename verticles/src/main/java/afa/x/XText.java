package afa.x;

/** Turns strings of X into what may stand on a page. */
final class XText {
  private XText() {}

  /**
   * A piece of a post's text: what X escapes (ampersands and angle brackets, nothing
   * else) is unescaped once, and what no page shows is made harmless.
   */
  static String shown(String escaped) {
    // The ampersand last: &amp;lt; means the five characters &lt; themselves.
    return harmless(escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
  }

  /** A name or description: one line, at most {@code most} UTF-16 units, stripped. */
  static String label(String text, int most) {
    String line = harmless(text).replace('\n', ' ').replace('\t', ' ').strip();
    if (line.length() <= most) return line;
    int end = Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
    return line.substring(0, end);
  }

  /**
   * Without control characters (PostgreSQL refuses NUL, terminals obey the rest); line separators
   * become line feeds, halves of surrogate pairs the replacement character.
   */
  static String harmless(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (c == 0x2028 || c == 0x2029) out.append('\n');
      else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) out.append('\uFFFD');
      else if (c == '\n' || c == '\t' || !isInvisible(c)) out.appendCodePoint(c);
    });
    return out.toString();
  }

  private static boolean isInvisible(int c) {
    return Character.isISOControl(c) || c == 0xFEFF;
  }
}
