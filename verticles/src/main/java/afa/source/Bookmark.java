package afa.source;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network's cursor with our time at which it was reached: {@code 2026-05-24T12:00:00Z cursor}. All
 * that was to be had before that time was brought in.
 *
 * @param cursor the network's own
 */
public record Bookmark(Instant at, String cursor) {

  /** Reads one; empty when there is none, or it was not written by us. */
  public static Optional<Bookmark> parse(@Nullable String text) {
    int space = text == null ? -1 : text.indexOf(' ');
    if (text == null || space < 0) return Optional.empty();
    try {
      return Optional.of(
          new Bookmark(Instant.parse(text.substring(0, space)), text.substring(space + 1)));
    } catch (DateTimeParseException notOurs) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return at + " " + cursor;
  }
}
