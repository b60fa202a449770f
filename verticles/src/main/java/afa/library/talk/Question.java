package afa.library.talk;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a text asks something: words, and behind them a question mark as the language has
 * it. Question marks within addresses ask nothing.
 */
public final class Question {
  /** What any question has: a first sieve, as PostgreSQL and Java understand it. */
  static final String SIGNS = "[?？؟;\u037e՞፧⁇⁈⁉か⸮]";

  private static final Pattern ADDRESS = Pattern.compile(
      "(?i)\\b(?:https?://|www\\.)[^\\s\\p{Z}]+|(?<![\\p{L}\\p{N}.-])[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++/[^\\s\\p{Z}]*");

  /** Behind it the sentence ends: nothing, a space, or what closes. */
  private static final String END = "(?=$|[\\s\\p{Z}\\p{Pe}\\p{Pf}\"'*…!\\p{So}\\p{Cn}\\p{Cf}@#-])";

  private static final Pattern MARK = Pattern.compile(
      "[\\p{L}\\p{N}\\p{M}\\p{Pe}\\p{Pf}\"'*%…][\\s\\p{Z}]?(?:[?⁇⁈⁉؟⸮]+!*" + END + "|[？፧])",
      Pattern.MULTILINE);

  /** Stands within the word, on the vowel that is raised. */
  private static final Pattern ARMENIAN = Pattern.compile("\\p{L}՞");

  private static final Pattern GREEK =
      Pattern.compile("[\\p{L}\\p{N}][;\u037e]" + END, Pattern.MULTILINE);

  /** Polite Japanese asks without a mark: ですか。 */
  private static final Pattern JAPANESE =
      Pattern.compile("(?:です|ます|でしょう|ません|ました)か(?=$|[。\\s\\p{Z}\\p{Pe}])", Pattern.MULTILINE);

  /** Nobody asks later than that, in UTF-16 units. */
  private static final int LONGEST = 4_000;

  private Question() {}

  /**
   * Whether the text asks something.
   *
   * @param lang BCP 47; null where nobody knows
   */
  public static boolean isOne(@Nullable String text, @Nullable String lang) {
    if (text == null) return false;
    String begin = text.substring(0, Math.min(text.length(), LONGEST));
    String words = ADDRESS.matcher(begin).replaceAll(" ");
    if (MARK.matcher(words).find() || ARMENIAN.matcher(words).find()) return true;
    return switch (language(lang)) {
      case "el" -> GREEK.matcher(words).find();
      case "ja" -> JAPANESE.matcher(words).find();
      default -> false;
    };
  }

  private static String language(@Nullable String lang) {
    return lang == null ? "" : lang.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
  }
}
