package afa.console;

import java.util.regex.Pattern;

/** Words of strangers, made fit for a log, which a person may read on a terminal. */
final class Strangers {
  /** Line breaks, escapes, what turns the direction of writing, halves of characters. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

  private Strangers() {}

  static String clean(String words) {
    return UNSEEN.matcher(words).replaceAll("?");
  }

  /** The same, and not longer than so many characters and a sign that there were more. */
  static String clean(String words, int most) {
    return words.length() <= most ? clean(words) : clean(words.substring(0, most)) + "…";
  }
}
