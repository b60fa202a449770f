package afa.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is different between two versions of a schedule.
 *
 * @param changes in the order of the new schedule, then what was dropped
 * @param adopted the new schedule, in which every talk that was known keeps its id
 */
public record ScheduleDiff(
    Schedule before, Schedule after, List<Change> changes, Schedule adopted) {

  public ScheduleDiff {
    changes = List.copyOf(changes);
  }

  /** Compares two versions of one event's schedule. */
  public static ScheduleDiff between(Schedule before, Schedule after) {
    Map<Talk, Talk> known = Matching.of(before.talks(), after.talks());
    List<Talk> adopted = adopted(known, after.talks());
    Map<String, Talk> olds = new HashMap<>();
    known.values().forEach(old -> olds.put(old.id(), old));
    List<Change> changes = new ArrayList<>();
    for (Talk talk : adopted) changes.addAll(Changes.of(olds.get(talk.id()), talk));
    for (Talk old : before.talks()) {
      if (!olds.containsKey(old.id())) changes.add(new Change(Change.Kind.DROPPED, old, null));
    }
    return new ScheduleDiff(before, after, changes, after.with(adopted));
  }

  /** Known talks under their old ids; a new one whose id somebody has by now gets another. */
  private static List<Talk> adopted(Map<Talk, Talk> known, List<Talk> talks) {
    Set<String> taken = known.values().stream().map(Talk::id).collect(Collectors.toSet());
    List<Talk> adopted = new ArrayList<>();
    for (Talk talk : talks) {
      Talk old = known.get(talk);
      String id = old == null ? talk.id() : old.id();
      for (int n = 2; old == null && !taken.add(id); n++) {
        id = Identities.id(talk.id() + " " + talk.start() + " " + n);
      }
      adopted.add(talk.withId(id));
    }
    return adopted;
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The changes, each in a sentence, in venue time. */
  public List<String> sentences() {
    return changes.stream().map(change -> change.sentence(after.zone())).toList();
  }

  public long count(Change.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }

  /**
   * Whether more than a third of the talks would go: rather a broken export than a new programme,
   * so a person should look first.
   */
  public boolean isDrastic() {
    return count(Change.Kind.DROPPED) * 3 > before.talks().size();
  }

  /** Ids of the talks that are not what they were. */
  public Set<String> changedTalks() {
    Set<String> ids = new HashSet<>();
    changes.forEach(change -> ids.add(change.talk().id()));
    return ids;
  }
}
