package afa.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link ReadImports}.
 *
 * @param imports the newest first
 * @param trouble why the newest schedule is not in use, a sentence; absent where it is
 */
public record ImportsRead(List<Told> imports, @Nullable String trouble) implements BusMessage {
  /** Sentences that are told of each import; the others are counted. */
  public static final int MOST_SENTENCES = 200;

  public ImportsRead {
    imports = imports == null ? List.of() : List.copyOf(imports);
  }

  /**
   * An import.
   *
   * @param source address of the schedule
   * @param changes sentences, the first {@link #MOST_SENTENCES}
   * @param moreChanges how many there are besides
   * @param warnings what was odd, with line and reason, the first {@link #MOST_SENTENCES}
   * @param moreWarnings how many there are besides
   */
  public record Told(
      Instant at,
      String source,
      List<String> changes,
      int moreChanges,
      List<String> warnings,
      int moreWarnings) {
    public Told {
      changes = changes == null ? List.of() : List.copyOf(changes);
      warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }
  }
}
