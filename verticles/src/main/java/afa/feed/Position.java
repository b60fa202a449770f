package afa.feed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has read: the id of a server-sent event, {@code epoch.n}.
 *
 * @param epoch the life of the log that {@code n} belongs to
 * @param n number of the last update the reader has, 0 for none
 */
public record Position(String epoch, long n) {

  /** A position written as {@code epoch.n}; empty when the text is anything else. */
  public static Optional<Position> parse(@Nullable String text) {
    int dot = text == null ? -1 : text.lastIndexOf('.');
    if (text == null || dot < 1 || dot + 1 == text.length()) return Optional.empty();
    String digits = text.substring(dot + 1);
    if (digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return Optional.of(new Position(text.substring(0, dot), Long.parseLong(digits)));
  }

  @Override
  public String toString() {
    return epoch + "." + n;
  }
}
