package afa.talks;

import afa.schedule.Schedule;
import afa.schedule.Talk;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A version in which more than a third of the talks is gone is believed at the second look. */
final class Doubts {
  private static final Logger log = LoggerFactory.getLogger(Doubts.class);

  private final String event;
  private @Nullable List<Talk> doubted;
  private @Nullable String sentence;

  Doubts(String event) {
    this.event = event;
  }

  /** Whether it should be read once more first. */
  boolean about(Import result, Schedule read, KnownTalks known) {
    if (!result.drastic() || read.talks().equals(doubted)) {
      doubted = null;
      sentence = null;
      return false;
    }
    doubted = read.talks();
    int before = known.shown().size();
    long gone = before
        - result.after().shown().stream()
            .filter(talk -> known.talk(talk.id()).filter(old -> !old.dropped()).isPresent())
            .count();
    sentence = "The schedule would lose " + gone + " of " + before
        + " talks; it is believed if it reads so again.";
    log.warn("Schedule not believed yet: event={} lost={} of={}", event, gone, before);
    return true;
  }

  Optional<String> sentence() {
    return Optional.ofNullable(sentence);
  }
}
