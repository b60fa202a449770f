package afa.x;

import java.util.regex.Pattern;

/** Language codes of X, which are almost BCP 47. */
final class XLanguage {
  private static final Pattern CODE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  /** The range reserved for private use, where X puts "only pictures" (qme) and the like. */
  private static final Pattern PRIVATE = Pattern.compile("q[a-t][a-z].*");

  private XLanguage() {}

  /** The code of the language, or null where X does not know one. */
  static String of(String lang) {
    return switch (lang) {
      case "und", "zxx" -> null;
      case "iw" -> "he";
      case "in" -> "id";
      case "ji" -> "yi";
      default -> CODE.matcher(lang).matches() && !PRIVATE.matcher(lang).matches() ? lang : null;
    };
  }
}
