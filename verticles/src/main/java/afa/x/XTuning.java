package afa.x;

import afa.config.Section;
import afa.source.Appender;
import afa.source.BackoffRules;
import java.time.Duration;

/**
 * Times and bounds of the X source; tests shorten them.
 *
 * @param stall without a byte for this long a connection is dead; X sends one every 20 s
 * @param overlap how far behind the present the cursor stays while all is well. Posts reach the
 *     stream unsorted, 99 of 100 within 7 s, and a dead connection is noticed {@code stall} late
 * @param settle after this a post is found by search; X says that the newest 30 s are not
 * @param searchEvery least time between two searches for the same gap
 * @param lookBack how much is asked for where there is no cursor yet
 * @param searchPages most pages of 100 posts a search reads for one rule; each page costs
 * @param answer longest wait for an answer, also for the begin of a stream
 * @param checks of what the stream does not tell
 * @param backoff waits between attempts
 * @param appender bound and waits of the way to the store
 */
record XTuning(
    Duration stall,
    Duration overlap,
    Duration settle,
    Duration searchEvery,
    Duration lookBack,
    int searchPages,
    Duration answer,
    Checks checks,
    BackoffRules backoff,
    Appender.Config appender) {

  /**
   * What is looked after while the stream runs.
   *
   * @param sweepEvery between two searches for posts that the stream should have brought; zero for
   *     none
   * @param lookupEvery between two looks whether what is on display is still there
   * @param lookupPosts how many of the newest posts are looked up although it may cost something; 0
   *     for no lookups at all
   * @param quiet least silence that is looked after
   */
  record Checks(Duration sweepEvery, Duration lookupEvery, int lookupPosts, Duration quiet) {
    static final Checks DEFAULT =
        new Checks(Duration.ofMinutes(5), Duration.ofMinutes(5), 500, Duration.ofMinutes(1));

    private static Checks read(Section x) {
      return new Checks(
          Duration.ofMinutes(x.integer("sweepMinutes", 5, 0, 1_440)),
          Duration.ofMinutes(x.integer("lookupMinutes", 5, 1, 1_440)),
          x.integer("lookupPosts", DEFAULT.lookupPosts(), 0, 5_000),
          DEFAULT.quiet());
    }
  }

  /** What a real event uses. */
  static final XTuning DEFAULT = new XTuning(
      Duration.ofSeconds(25),
      Duration.ofSeconds(120),
      Duration.ofSeconds(40),
      Duration.ofSeconds(15),
      Duration.ofHours(1),
      50,
      Duration.ofSeconds(30),
      Checks.DEFAULT,
      BackoffRules.STREAM,
      Appender.Config.DEFAULT);

  static XTuning read(Section x) {
    return new XTuning(
        x.seconds("stallSeconds", 25, 21, 120),
        x.seconds("overlapSeconds", 120, 60, 3_600),
        DEFAULT.settle(),
        DEFAULT.searchEvery(),
        Duration.ofMinutes(x.integer("lookBackMinutes", 60, 1, 10_000)),
        x.integer("searchPages", DEFAULT.searchPages(), 1, 1_000),
        DEFAULT.answer(),
        Checks.read(x),
        DEFAULT.backoff(),
        DEFAULT.appender());
  }

  /** What reaches the stream late: a connection's last so many moments may be incomplete. */
  Duration late() {
    return settle.dividedBy(4);
  }

  /** The same, asking for more or less of the past. */
  XTuning lookingBack(Duration other) {
    return new XTuning(
        stall, overlap, settle, searchEvery, other, searchPages, answer, checks, backoff, appender);
  }

  /** The same with other checks. */
  XTuning checking(Checks other) {
    return new XTuning(
        stall,
        overlap,
        settle,
        searchEvery,
        lookBack,
        searchPages,
        answer,
        other,
        backoff,
        appender);
  }
}
