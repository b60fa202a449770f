package afa.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why asking a network, or a connection to it, ended.
 *
 * @param cause decides how long is waited
 * @param sentence for people, with nothing secret in it
 * @param notBefore when the network allows the next attempt; absent where it did not say
 */
public record SourceProblem(Backoff.Cause cause, String sentence, @Nullable Instant notBefore) {

  public static SourceProblem of(Backoff.Cause cause, String sentence) {
    return new SourceProblem(cause, sentence, null);
  }

  /** Whether only a person can help. */
  public boolean needsPerson() {
    return cause == Backoff.Cause.REFUSED;
  }
}
