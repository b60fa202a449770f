package afa.database;

import java.util.Locale;

/** Texts as PostgreSQL takes them: it knows neither NUL nor halves of surrogate pairs. */
public final class PgText {
  private static final char REPLACEMENT = '\uFFFD';

  private PgText() {}

  /** For a column: what cannot be kept becomes U+FFFD. The body still has the original. */
  public static String column(String text) {
    return text == null || isPlain(text) ? text : rewrite(text, false);
  }

  /** For a JSON text, in which an escape says the same as the character. */
  public static String json(String json) {
    return isPlain(json) ? json : rewrite(json, true);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) return false;
    }
    return true;
  }

  private static String rewrite(String text, boolean escape) {
    StringBuilder plain = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      if (point != 0 && !lone) {
        plain.appendCodePoint(point);
      } else if (escape) {
        plain.append(String.format(Locale.ROOT, "\\u%04x", point));
      } else {
        plain.append(REPLACEMENT);
      }
      i += Character.charCount(point);
    }
    return plain.toString();
  }
}
