package afa.feed;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a source's time and what the log has of it.
 *
 * @param from inclusive, our clock
 * @param to exclusive, after {@code from}
 * @param posts how many came in later; 0 unless {@link Kind#BACKFILLED}
 * @param reason a sentence for people; absent for {@link Kind#COMPLETE}
 */
public record CoverageInterval(
    Instant from, Instant to, Kind kind, long posts, @Nullable String reason) {

  /** What the log has of the time. */
  public enum Kind {
    /** Everything, as it happened. */
    @JsonProperty("complete")
    COMPLETE,
    /** Everything, some of it brought in later. */
    @JsonProperty("backfilled")
    BACKFILLED,
    /** Nobody knows; posts may be missing. */
    @JsonProperty("unknown")
    @JsonEnumDefaultValue
    UNKNOWN
  }

  public CoverageInterval {
    if (!from.isBefore(to)) throw new IllegalArgumentException("from " + from + " to " + to);
  }

  /** A part of it. Nobody knows which of its posts belong there; the part that ends it has them. */
  CoverageInterval between(Instant start, Instant end) {
    return new CoverageInterval(start, end, kind, end.equals(to) ? posts : 0, reason);
  }

  /** What is seen of it in a shorter time: all its posts, as each may be of that time. */
  CoverageInterval seenBetween(Instant start, Instant end) {
    return new CoverageInterval(start, end, kind, posts, reason);
  }
}
