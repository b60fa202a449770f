package afa.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing; told on every change and every few seconds.
 *
 * @param state what it does now
 * @param since when it came into that state
 * @param lastPost when its last post arrived, absent before the first
 * @param lastSign when it last heard anything at all from its network, keep-alives included
 * @param remark a sentence for the operator, absent when all is well
 * @param spending absent for sources that cost nothing
 */
public record SourceReported(
    String event,
    String source,
    State state,
    Instant since,
    @Nullable Instant lastPost,
    @Nullable Instant lastSign,
    @Nullable String remark,
    @Nullable Spending spending)
    implements BusMessage {

  /** What a source does now. */
  public enum State {
    STREAMING,
    POLLING,
    CATCHING_UP,
    DEGRADED,
    OFF
  }
}
