package afa.coverage;

import afa.message.SourceReported;
import afa.message.SourceReported.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source does, as far as we can tell: its own word while that is fresh, else ours.
 *
 * @param since from when on
 * @param remark absent when all is well
 */
record Standing(State state, Instant since, @Nullable String remark) {
  /** Sources tell every five seconds: three words were lost, or nobody is there. */
  static final Duration SILENT = Duration.ofSeconds(15);

  /**
   * @param heard its last word; null when it never spoke
   * @param isFollowed whether the event asks for it
   */
  static Standing of(Known known, @Nullable Heard heard, boolean isFollowed, Instant now) {
    if (heard == null) return unheard(known, isFollowed, now);
    SourceReported told = heard.report();
    if (isPast(heard.at(), now)) {
      if (known.isOver(now)) return new Standing(State.OFF, heard.at(), "the event is over");
      return new Standing(State.DEGRADED, heard.at(), silent(heard.at(), now));
    }
    Known.Trouble trouble = known.trouble();
    if (trouble != null) return new Standing(State.DEGRADED, trouble.since(), trouble.sentence());
    return new Standing(told.state(), told.since(), told.remark());
  }

  private static Standing unheard(Known known, boolean isFollowed, Instant now) {
    Instant since = known.listeningSince();
    if (!isFollowed) return new Standing(State.OFF, since, "no longer followed");
    if (known.isOver(now)) return new Standing(State.OFF, known.info().end(), "the event is over");
    if (isPast(since, now)) return new Standing(State.DEGRADED, since, silent(since, now));
    return new Standing(State.CATCHING_UP, since, "this reader has not spoken yet");
  }

  private static boolean isPast(Instant lastWord, Instant now) {
    return Duration.between(lastWord, now).compareTo(SILENT) > 0;
  }

  private static String silent(Instant since, Instant now) {
    return "nothing heard of this reader for " + words(Duration.between(since, now));
  }

  private static String words(Duration age) {
    if (age.toMinutes() < 2) return age.toSeconds() + " s";
    return age.toHours() < 2 ? age.toMinutes() + " min" : age.toHours() + " h";
  }
}
