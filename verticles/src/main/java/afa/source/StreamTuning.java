package afa.source;

import java.time.Duration;

/**
 * Times of a {@link StreamReader}.
 *
 * @param overlap how much before the end of the last connection may have been lost with it
 * @param quiet least silence that is looked after
 * @param longestConnect after which connecting has failed
 * @param longestLook after which catching up has failed
 */
public record StreamTuning(
    Duration overlap,
    Duration quiet,
    BackoffRules backoff,
    Duration longestConnect,
    Duration longestLook) {

  public StreamTuning(Duration overlap, Duration quiet, BackoffRules backoff) {
    this(overlap, quiet, backoff, Asking.LONGEST_CONNECT, Asking.LONGEST_LOOK);
  }
}
