package afa.message;

import afa.feed.CoverageInterval;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing and what the log has of its time.
 *
 * @param source the network
 * @param part which part of it, such as one of several servers; absent where it has none
 * @param since when it came into that state
 * @param remark a sentence about the state, absent when all is well
 * @param lastPost when its last post arrived
 * @param lastSign when it last heard anything from its network
 * @param intervals ascending, without overlap; time that none covers is only not asked for yet
 */
public record SourceIntegrity(
    String source,
    @Nullable String part,
    SourceReported.State state,
    Instant since,
    @Nullable String remark,
    @Nullable Instant lastPost,
    @Nullable Instant lastSign,
    @Nullable Spending spending,
    List<CoverageInterval> intervals) {
  public SourceIntegrity {
    intervals = intervals == null ? List.of() : List.copyOf(intervals);
  }
}
