package afa.syndication;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as feeds write them: RFC 3339 and RFC 822 with the errors that are common, such as years of
 * two digits, names of zones, no zone (then UTC), no time (then midnight).
 */
final class FeedDates {
  private static final int LONGEST = 80;
  private static final String TIME =
      "(?:[ ,T]+(?<h>\\d{1,2}):(?<m>\\d{2})(?::(?<s>\\d{2})(?:[.,]\\d+)?)?)?";
  private static final String ZONE = "\\s*(?<zone>[A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\\d{1,2}:?\\d{2})?";
  private static final List<Pattern> FORMS = List.of(
      Pattern.compile("(?<y>\\d{4})[-/.](?<mon>\\d{1,2})[-/.](?<d>\\d{1,2})" + TIME + ZONE),
      Pattern.compile("(?:\\p{L}+\\.?,?\\s+)?(?<d>\\d{1,2})(?:st|nd|rd|th|\\.)?[ -]"
          + "(?<mon>[A-Za-z]{3})[a-z]*\\.?[ -](?<y>\\d{4}|\\d{2})" + TIME + ZONE),
      Pattern.compile("(?:\\p{L}+,\\s+)?(?<mon>[A-Za-z]{3})[a-z]*\\.? (?<d>\\d{1,2})"
          + "(?:st|nd|rd|th)?,? (?<y>\\d{4})" + TIME + ZONE));
  private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /** Those of RFC 822 and the ones seen beside them; Java knows some others by different names. */
  private static final Map<String, String> ZONES = Map.ofEntries(
      Map.entry("UT", "Z"),
      Map.entry("EST", "-05:00"),
      Map.entry("EDT", "-04:00"),
      Map.entry("CST", "-06:00"),
      Map.entry("CDT", "-05:00"),
      Map.entry("MST", "-07:00"),
      Map.entry("MDT", "-06:00"),
      Map.entry("PST", "-08:00"),
      Map.entry("PDT", "-07:00"),
      Map.entry("BST", "+01:00"),
      Map.entry("CEST", "+02:00"),
      Map.entry("JST", "+09:00"),
      Map.entry("AEST", "+10:00"));

  private FeedDates() {}

  /** The moment, or nothing where the text cannot be understood. */
  static Optional<Instant> parse(String text) {
    String date = text.strip();
    if (date.length() > LONGEST) return Optional.empty();
    try {
      if (SECONDS.matcher(date).matches()) {
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(date)));
      }
      for (Pattern form : FORMS) {
        Matcher parts = form.matcher(date);
        if (parts.matches()) return Optional.of(moment(parts));
      }
    } catch (DateTimeException | NumberFormatException noSuchDay) {
      // such as 31 February
    }
    return Optional.empty();
  }

  private static Instant moment(Matcher parts) {
    return LocalDateTime.of(
            year(parts.group("y")),
            month(parts.group("mon")),
            Integer.parseInt(parts.group("d")),
            number(parts.group("h")),
            number(parts.group("m")),
            Math.min(59, number(parts.group("s")))) // a leap second is 60
        .atZone(zone(parts.group("zone")))
        .toInstant();
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() > 2) return year;
    return year < 70 ? 2000 + year : 1900 + year;
  }

  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) return Integer.parseInt(text);
    int at = MONTHS.indexOf(text.toLowerCase(Locale.ROOT));
    if (at < 0 || at % 3 != 0) throw new DateTimeException("no month");
    return at / 3 + 1;
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static ZoneId zone(String name) {
    if (name == null) return ZoneOffset.UTC;
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.matches("(GMT|UTC)[+-].*")) upper = upper.substring(3);
    if (upper.matches("[+-]\\d:?\\d{2}")) upper = upper.charAt(0) + "0" + upper.substring(1);
    try {
      return ZoneId.of(ZONES.getOrDefault(upper, upper));
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC; // an hour or some wrong is better than no time at all
    }
  }
}
