package afa.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cues that a conversation amounts to: two at most at the same time, each long enough to be
 * read. Where more is said than can be read, cues come a little late, and what would come too late
 * is left out.
 *
 * @param leftOut how many found no room in time
 */
public record Cues(List<Cue> shown, int leftOut) {
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(7);

  /** After that, words are about something else than the picture. */
  private static final Duration LATEST = Duration.ofSeconds(30);

  /** What adults read without haste. */
  private static final int COLUMNS_PER_SECOND = 15;

  private static final int LANES = 2;

  public Cues {
    shown = List.copyOf(shown);
  }

  /** Those of what was said, in whatever order, once the recording had begun. */
  public static Cues of(List<Said> said) {
    List<Said> ordered = said.stream()
        .filter(each -> !each.at().isNegative())
        .sorted(Comparator.comparing(Said::at))
        .toList();
    Duration[] free = new Duration[LANES];
    Arrays.fill(free, Duration.ZERO);
    List<Cue> shown = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      int lane = free[0].compareTo(free[1]) <= 0 ? 0 : 1;
      Said each = ordered.get(i);
      Duration from = later(each.at(), free[lane]);
      if (from.minus(each.at()).compareTo(LATEST) > 0) continue;
      Duration wanted = i + LANES < ordered.size() ? ordered.get(i + LANES).at() : null;
      Cue cue = cue(each, from, wanted);
      free[lane] = cue.to();
      shown.add(cue);
    }
    return new Cues(shown, ordered.size() - shown.size());
  }

  /** Makes room for the one that wants its place, once it can have been read. */
  private static Cue cue(Said said, Duration from, @Nullable Duration wanted) {
    List<String> lines = CueText.lines(said.author(), said.words());
    int columns = lines.stream().mapToInt(CueText::columns).sum();
    Duration reading = Duration.ofMillis(columns * 1_000L / COLUMNS_PER_SECOND);
    Duration length = reading.compareTo(LONGEST) > 0 ? LONGEST : later(reading, SHORTEST);
    Duration to = from.plus(length);
    if (wanted != null && wanted.compareTo(to) < 0) to = later(wanted, from.plus(SHORTEST));
    return new Cue(from, to, lines);
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
