package afa.site;

import afa.schedule.Schedule;
import afa.schedule.ScheduleDiff;
import afa.schedule.Talk;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schedule of an event over its versions: talks keep their ids. A version in which more than a
 * third of the talks is gone is believed when it is read a second time.
 */
final class KeptSchedule {
  private static final Logger log = LoggerFactory.getLogger(KeptSchedule.class);

  /** Changes that are written to the log one by one. */
  private static final int TOLD = 20;

  private final String event;
  private @Nullable Schedule current;
  private @Nullable List<Talk> doubted;

  KeptSchedule(String event) {
    this.event = event;
  }

  List<Talk> talks() {
    return current == null ? List.of() : current.talks();
  }

  void take(Schedule read) {
    Schedule known = current;
    if (known == null) {
      current = read;
      log.info(
          "Schedule read: event={} kind={} talks={} rooms={} leftOut={} warnings={}",
          event,
          read.kind(),
          read.talks().size(),
          read.rooms().size(),
          read.leftOut(),
          read.warnings().size());
      return;
    }
    ScheduleDiff diff = ScheduleDiff.between(known, read);
    if (diff.isDrastic() && !read.talks().equals(doubted)) {
      doubted = read.talks();
      log.warn(
          "Schedule not believed yet: event={} it would lose {} of {} talks",
          event,
          diff.count(afa.schedule.Change.Kind.DROPPED),
          known.talks().size());
      return;
    }
    doubted = null;
    current = diff.adopted();
    diff.sentences().stream()
        .limit(TOLD)
        .forEach(change -> log.info("Schedule of {}: {}", event, change));
  }
}
