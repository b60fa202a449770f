package afa.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link ReadIntegrity}: what the log has of its sources' time, holes included.
 *
 * @param at the moment this is true of
 * @param from where the time looked at begins: with the event; ahead of it, with the first claim
 * @param to where it ends: now, or with the event; not before {@code from}
 * @param level what {@code line} comes to, for those who see only a colour
 * @param line one line that people understand, in venue time
 * @param problem why what is stored cannot be read right now; absent when it can
 * @param sources each network of the event, or part of one, in the order of their names
 */
public record IntegrityRead(
    String event,
    Instant at,
    Instant from,
    Instant to,
    Level level,
    String line,
    @Nullable String problem,
    List<SourceIntegrity> sources)
    implements BusMessage {

  /** How good it looks. */
  public enum Level {
    /** Nothing is missing as far as anybody can tell. */
    @JsonProperty("complete")
    COMPLETE,
    /** Posts may be missing, or a source is in trouble. */
    @JsonProperty("gaps")
    GAPS,
    /** Nothing can be said yet. */
    @JsonProperty("unclear")
    @JsonEnumDefaultValue
    UNCLEAR
  }

  public IntegrityRead {
    sources = sources == null ? List.of() : List.copyOf(sources);
  }
}
