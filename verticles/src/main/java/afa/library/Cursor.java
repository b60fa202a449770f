package afa.library;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of posts that are sorted by time goes on: behind this one.
 *
 * @param at when it was posted, to the millisecond
 * @param n its number in the log of its event
 */
public record Cursor(Instant at, String event, long n) {
  private static final Pattern TEXT =
      Pattern.compile("(-?\\d{1,15})-(\\d{1,15})-([a-z0-9-]{1,100})");

  /** What fits into a calendar and into PostgreSQL. */
  static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

  static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

  /** As it stands in addresses; empty for what is none. */
  public static Optional<Cursor> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) return Optional.empty();
    Instant at = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) return Optional.empty();
    return Optional.of(new Cursor(at, parts.group(3), Long.parseLong(parts.group(2))));
  }

  /** For an address. */
  @Override
  public String toString() {
    return at.toEpochMilli() + "-" + n + "-" + event;
  }
}
