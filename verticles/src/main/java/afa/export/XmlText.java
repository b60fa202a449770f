package afa.export;

/** Texts as XML 1.0 takes them: it cannot say all characters, not even by escapes. */
final class XmlText {
  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /** What cannot be said becomes U+FFFD. */
  static String of(String text) {
    if (text.codePoints().allMatch(XmlText::isChar)) return text;
    return text.codePoints()
        .map(point -> isChar(point) ? point : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Production 2 of XML 1.0. */
  private static boolean isChar(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
