package afa.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines that were logged.
 *
 * @param lines oldest first
 */
public record LinesRead(List<Line> lines) implements BusMessage {
  public LinesRead {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /**
   * One of them.
   *
   * @param level such as {@code WARN}
   * @param message may have several lines where there is a stack trace
   */
  public record Line(Instant at, String level, @Nullable String verticle, String message) {}
}
