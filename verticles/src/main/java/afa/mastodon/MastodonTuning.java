package afa.mastodon;

import afa.source.Appender;
import afa.source.BackoffRules;
import java.time.Duration;

/**
 * Times and bounds.
 *
 * @param answer longest wait for an answer
 * @param stall silence that ends a connection; servers send something every 15 s
 * @param every between two questions where the server is asked
 * @param overlap how far behind what is known is read again: posts of other servers come late, and
 *     take their place by the time at which they were written
 * @param quiet least silence of a stream that is looked after
 * @param lookBack how far the first look goes
 * @param pages most pages of 40 in one look
 * @param displayEvery between two looks at what is on display
 * @param streamAgain how long a server that refused to stream is asked instead
 */
record MastodonTuning(
    Duration answer,
    Duration stall,
    Duration every,
    Duration overlap,
    Duration quiet,
    Duration lookBack,
    int pages,
    Duration displayEvery,
    Duration streamAgain,
    BackoffRules backoff,
    Appender.Config appender) {

  /**
   * Trouble of a server: 5 s doubled up to 5 minutes. Limits of Mastodon begin anew every 5 minutes.
   * The first wait after a lost connection is ours: thousands may have been lost at once.
   */
  static final BackoffRules BACKOFF = new BackoffRules(
      Duration.ofSeconds(1),
      Duration.ofSeconds(16),
      Duration.ofSeconds(5),
      Duration.ofMinutes(5),
      Duration.ofMinutes(1),
      Duration.ofMinutes(5),
      Duration.ofMinutes(15),
      Duration.ofSeconds(30));

  static final MastodonTuning DEFAULT = new MastodonTuning(
      Duration.ofSeconds(20),
      Duration.ofSeconds(30),
      Duration.ofSeconds(20),
      Duration.ofMinutes(10),
      Duration.ofMinutes(1),
      Duration.ofHours(1),
      100,
      Duration.ofMinutes(5),
      Duration.ofMinutes(15),
      BACKOFF,
      Appender.Config.DEFAULT);
}
