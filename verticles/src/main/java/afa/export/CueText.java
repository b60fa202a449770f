package afa.export;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts words to what fits below a picture. */
final class CueText {
  static final int LINES = 2;
  static final int COLUMNS = 42;

  private static final String MORE = "…";

  /** What a reader takes for one character, such as a flag or a letter with its accents. */
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private static final Set<UnicodeScript> WIDE = Set.of(
      UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

  private CueText() {}

  /** One or two lines, broken between words where that is possible. */
  static List<String> lines(String author, String words) {
    List<String> lines = new ArrayList<>();
    String rest = plain(author + ": " + words);
    while (lines.size() < LINES && !rest.isEmpty()) {
      int cut = cut(rest, COLUMNS);
      lines.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    if (!rest.isEmpty()) lines.set(LINES - 1, shortened(lines.get(LINES - 1)));
    return lines;
  }

  /** On one line, without what no picture shows. */
  private static String plain(String text) {
    return text.codePoints()
        .map(point -> isShown(point) ? point : ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static boolean isShown(int point) {
    return !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
  }

  /** Where a line ends that may have so many columns. */
  private static int cut(String text, int most) {
    int fits = fits(text, most);
    if (fits == text.length() || text.charAt(fits) == ' ') return fits;
    int space = text.lastIndexOf(' ', fits);
    return space > 0 ? space : fits;
  }

  private static int fits(String text, int most) {
    int columns = 0;
    for (MatchResult cluster : (Iterable<MatchResult>) CLUSTER.matcher(text).results()::iterator) {
      columns += width(cluster.group());
      if (columns > most) return Math.max(cluster.start(), 1);
    }
    return text.length();
  }

  private static String shortened(String line) {
    return line.substring(0, fits(line, COLUMNS - 1)).strip() + MORE;
  }

  /** How wide a line is, in letters of our alphabet. */
  static int columns(String line) {
    return CLUSTER.matcher(line).results().mapToInt(each -> width(each.group())).sum();
  }

  private static int width(String cluster) {
    int point = cluster.codePointAt(0);
    boolean isWide = Character.charCount(point) > 1 || WIDE.contains(UnicodeScript.of(point));
    return isWide ? 2 : 1;
  }
}
