package afa.syndication;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The header by which a server says when it will answer again. */
final class RetryAfter {
  private static final Duration MOST = Duration.ofHours(6); // an event lasts days, not weeks

  private RetryAfter() {}

  /**
   * The moment by our clock.
   *
   * @param value seconds, or a date by the server's clock; null where absent
   * @param date what the server's clock said, null where it did not
   */
  static Optional<Instant> of(String value, String date, Instant now) {
    if (value == null) return Optional.empty();
    String text = value.strip();
    if (text.matches("\\d{1,9}")) return bounded(Duration.ofSeconds(Long.parseLong(text)), now);
    Instant there = Optional.ofNullable(date).flatMap(FeedDates::parse).orElse(now);
    return FeedDates.parse(text).flatMap(end -> bounded(Duration.between(there, end), now));
  }

  private static Optional<Instant> bounded(Duration wait, Instant now) {
    if (wait.isNegative()) return Optional.empty();
    return Optional.of(now.plus(wait.compareTo(MOST) < 0 ? wait : MOST));
  }
}
