package afa.rehearsal.x;

import java.util.regex.Pattern;

/**
 * Which texts are too long for X's {@code text}, and where they are cut. X counts an address as 23,
 * most letters of Western scripts as 1 and everything else as 2.
 */
final class LongText {
  private static final int MOST = 280;
  private static final int CUT = 270;
  private static final int LAST_LIGHT_CODE_POINT = 0x10FF;
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final String AS_HEAVY = "x".repeat(23);

  private LongText() {}

  /** Whether it goes into the note. */
  static boolean isLong(String text) {
    String shortened = ADDRESS.matcher(text).replaceAll(AS_HEAVY);
    return shortened.codePoints().map(LongText::weight).sum() > MOST;
  }

  private static int weight(int codePoint) {
    return codePoint <= LAST_LIGHT_CODE_POINT ? 1 : 2;
  }

  /** The beginning of a long text, cut between words where there are any. */
  static String cut(String text) {
    int end = 0;
    for (int weight = 0; end < text.length(); ) {
      int codePoint = text.codePointAt(end);
      weight += weight(codePoint);
      if (weight > CUT) break;
      end += Character.charCount(codePoint);
    }
    int space = text.lastIndexOf(' ', end);
    return text.substring(0, space > end / 2 ? space : end);
  }
}
