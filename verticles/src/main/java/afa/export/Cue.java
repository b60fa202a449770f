package afa.export;

import java.time.Duration;
import java.util.List;

/**
 * Words on a recording.
 *
 * @param from since the recording began
 * @param to since it began
 * @param lines one or two
 */
public record Cue(Duration from, Duration to, List<String> lines) {
  public Cue {
    lines = List.copyOf(lines);
  }
}
