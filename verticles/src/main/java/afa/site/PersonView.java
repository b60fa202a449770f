package afa.site;

import afa.feed.Author;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote something, as a card shows it.
 *
 * @param initials one or two letters to stand where no picture is
 * @param tone 0 to 7: which colour stands behind the initials, the same for a name on every page
 */
public record PersonView(
    String name,
    @Nullable String handle,
    @Nullable String url,
    @Nullable String avatar,
    String initials,
    int tone) {
  private static final int TONES = 8;

  public static PersonView of(Author author) {
    String name = author.name() == null || author.name().isBlank() ? "unknown" : author.name();
    return new PersonView(
        name,
        author.handle(),
        WebAddress.orNull(author.url()),
        WebAddress.orNull(author.avatar()),
        initials(name),
        tone(name));
  }

  /** First letters of the first and the last word; emoji and punctuation do not count as words. */
  static String initials(String name) {
    String[] words = Arrays.stream(name.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toArray(String[]::new);
    if (words.length == 0) return "·";
    String first = firstLetter(words[0]);
    return words.length == 1 ? first : first + firstLetter(words[words.length - 1]);
  }

  private static String firstLetter(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
  }

  /** The sum of the UTF-16 units, so that browsers can say the same in one line. */
  private static int tone(String name) {
    return name.chars().sum() % TONES;
  }
}
