package afa.schedule;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lengths of talks in their dialects. */
final class Lengths {
  private static final Pattern MINUTES = Pattern.compile("\\d{1,4}");
  private static final Pattern TWO = Pattern.compile("(\\d{1,4}):(\\d{1,2})");
  private static final Pattern THREE = Pattern.compile("(\\d{1,4}):(\\d{1,2}):(\\d{1,2})");
  private static final Pattern WEEKS = Pattern.compile("P(\\d{1,3})W");

  private Lengths() {}

  /**
   * {@code 00:45}, {@code 45}, {@code PT45M}, {@code 1:02:30}; empty for anything else. Three parts
   * are days, hours and minutes as pretalx writes them, unless the first begins with a zero or the
   * second is no hour: then they are hours, minutes and seconds.
   */
  static Optional<Duration> parse(String written) {
    String text = written.strip();
    if (MINUTES.matcher(text).matches()) {
      return Optional.of(Duration.ofMinutes(Long.parseLong(text)));
    }
    Matcher two = TWO.matcher(text);
    if (two.matches()) return Optional.of(Duration.ofHours(part(two, 1)).plusMinutes(part(two, 2)));
    Matcher three = THREE.matcher(text);
    if (three.matches()) return Optional.of(three(three));
    return iso(text);
  }

  private static Duration three(Matcher parts) {
    boolean clock = parts.group(1).startsWith("0") || part(parts, 2) > 23;
    return clock
        ? Duration.ofHours(part(parts, 1)).plusMinutes(part(parts, 2)).plusSeconds(part(parts, 3))
        : Duration.ofDays(part(parts, 1)).plusHours(part(parts, 2)).plusMinutes(part(parts, 3));
  }

  private static Optional<Duration> iso(String text) {
    Matcher weeks = WEEKS.matcher(text);
    if (weeks.matches()) return Optional.of(Duration.ofDays(7 * part(weeks, 1)));
    try {
      Duration length = Duration.parse(text);
      boolean sane = !length.isNegative() && length.toDays() < 10_000;
      return sane ? Optional.of(length) : Optional.empty();
    } catch (DateTimeParseException | ArithmeticException unknown) {
      return Optional.empty();
    }
  }

  private static long part(Matcher parts, int group) {
    return Long.parseLong(parts.group(group));
  }
}
