package afa.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
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
 * @param patienceSeconds how old its last claim of coverage becomes while it polls and all is well;
 *     0 where nobody said so
 */
public record SourceReported(
    String event,
    String source,
    State state,
    Instant since,
    @Nullable Instant lastPost,
    @Nullable Instant lastSign,
    @Nullable String remark,
    @Nullable Spending spending,
    long patienceSeconds)
    implements BusMessage {

  /** One that does nothing yet. */
  public static SourceReported first(String event, String source, String remark, Instant at) {
    return new SourceReported(event, source, State.OFF, at, null, null, remark, null, 0);
  }

  /** The same in that state; {@code since} stays where it is the state of before. */
  public SourceReported withState(State other, @Nullable String sentence, Instant at) {
    Instant from = other == state ? since : at;
    return new SourceReported(
        event, source, other, from, lastPost, lastSign, sentence, spending, patienceSeconds);
  }

  /** The same after a sign of life. */
  public SourceReported withSign(Instant at) {
    return new SourceReported(
        event, source, state, since, lastPost, at, remark, spending, patienceSeconds);
  }

  /** The same after a post, which is a sign of life, too. */
  public SourceReported withPost(Instant at) {
    return new SourceReported(
        event, source, state, since, at, at, remark, spending, patienceSeconds);
  }

  public SourceReported withSpending(Spending other) {
    return new SourceReported(
        event, source, state, since, lastPost, lastSign, remark, other, patienceSeconds);
  }

  public SourceReported withPatience(long seconds) {
    return new SourceReported(
        event, source, state, since, lastPost, lastSign, remark, spending, seconds);
  }

  /** What a source does now. */
  public enum State {
    STREAMING,
    POLLING,
    CATCHING_UP,
    /** Also whatever a newer version says that this one has no word for. */
    @JsonEnumDefaultValue
    DEGRADED,
    OFF
  }
}
