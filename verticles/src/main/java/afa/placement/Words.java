package afa.placement;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text, so that those of a post and of a talk can be compared. */
final class Words {
  private static final int MOST = 20_000;
  private static final int LONGEST_STEM = 7;
  private static final Pattern NOISE = Pattern.compile("(?i)https?://\\S+|[#@][\\p{L}\\p{N}_.@-]+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,40}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Words() {}

  /** Each once, in their order, without links, mentions and tags. */
  static Set<String> stems(String text) {
    Set<String> stems = new LinkedHashSet<>();
    Matcher matcher = WORD.matcher(NOISE.matcher(plain(text)).replaceAll(" "));
    while (matcher.find() && stems.size() < MOST) stems.add(stem(matcher.group()));
    return stems;
  }

  /** Lower case without accents. */
  static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }

  /** Endings differ by language; the first letters of a word mostly do not. */
  private static String stem(String word) {
    String singular = word.length() > 4 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
    return singular.length() > LONGEST_STEM ? singular.substring(0, LONGEST_STEM) : singular;
  }

  /** A text as words between single spaces, to look for phrases in. */
  static String phrase(String text) {
    return " " + plain(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }
}
