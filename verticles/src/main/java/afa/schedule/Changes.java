package afa.schedule;

import afa.schedule.Change.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is different about one talk. */
final class Changes {
  private Changes() {}

  static List<Change> of(@Nullable Talk old, Talk talk) {
    if (old == null) return List.of(new Change(Kind.ADDED, null, talk));
    List<Change> changes = new ArrayList<>();
    boolean moved = !old.start().equals(talk.start()) || !old.end().equals(talk.end());
    if (moved) changes.add(new Change(Kind.MOVED, old, talk));
    if (!old.room().equals(talk.room())) changes.add(new Change(Kind.OTHER_ROOM, old, talk));
    content(old, talk, changes);
    if (old.cancelled() != talk.cancelled()) {
      changes.add(new Change(talk.cancelled() ? Kind.CANCELLED : Kind.REVIVED, old, talk));
    }
    return changes;
  }

  private static void content(Talk old, Talk talk, List<Change> changes) {
    boolean renamed = !old.title().equals(talk.title());
    boolean others = !names(old).equals(names(talk));
    boolean nobodyStays = names(old).stream().noneMatch(names(talk)::contains);
    boolean other = !Matching.title(old).equals(Matching.title(talk));
    boolean replaced =
        other && nobodyStays && !names(old).isEmpty() && !names(talk).isEmpty();
    if (replaced) changes.add(new Change(Kind.REPLACED, old, talk));
    else {
      if (renamed) changes.add(new Change(Kind.RENAMED, old, talk));
      if (others) changes.add(new Change(Kind.OTHER_SPEAKERS, old, talk));
    }
  }

  private static Set<String> names(Talk talk) {
    return talk.speakers().stream()
        .map(person -> person.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
