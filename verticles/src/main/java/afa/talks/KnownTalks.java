package afa.talks;

import afa.schedule.Schedule;
import afa.schedule.Talk;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All talks of an event, those that were dropped among them. Immutable. */
final class KnownTalks {
  private final ZoneId zone;
  private final Map<String, KnownTalk> byId = new LinkedHashMap<>();

  KnownTalks(ZoneId zone, Collection<KnownTalk> talks) {
    this.zone = zone;
    talks.forEach(talk -> byId.put(talk.talk().id(), talk));
  }

  static KnownTalks none(ZoneId zone) {
    return new KnownTalks(zone, List.of());
  }

  Optional<KnownTalk> talk(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Collection<KnownTalk> all() {
    return List.copyOf(byId.values());
  }

  ZoneId zone() {
    return zone;
  }

  /** With these in the place of those with the same ids. */
  KnownTalks with(Collection<KnownTalk> changed) {
    List<KnownTalk> next = new ArrayList<>(byId.values());
    next.addAll(changed);
    return new KnownTalks(zone, next);
  }

  /** The programme as it is to be shown. */
  List<Talk> shown() {
    return talks(known -> !known.dropped(), KnownTalk::talk);
  }

  /** What posts can be about. */
  Schedule placed() {
    return Schedule.of(zone, talks(KnownTalk::takesPlace, KnownTalk::talk));
  }

  /** The programme as it was imported last. */
  Schedule imported() {
    return Schedule.of(zone, talks(known -> !known.dropped(), KnownTalk::imported));
  }

  private List<Talk> talks(Predicate<KnownTalk> which, Function<KnownTalk, Talk> version) {
    return byId.values().stream()
        .filter(which)
        .map(version)
        .sorted(Comparator.comparing(Talk::start))
        .toList();
  }

  /** Ids of the talks that are not the same, for posts, as they were in {@code before}. */
  Set<String> differentFrom(KnownTalks before) {
    Map<String, Talk> ours = placedById();
    Map<String, Talk> theirs = before.placedById();
    Set<String> ids = new HashSet<>(ours.keySet());
    ids.addAll(theirs.keySet());
    ids.removeIf(id -> Objects.equals(ours.get(id), theirs.get(id)));
    return ids;
  }

  private Map<String, Talk> placedById() {
    return byId.values().stream()
        .filter(KnownTalk::takesPlace)
        .map(KnownTalk::talk)
        .collect(Collectors.toMap(Talk::id, talk -> talk));
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }
}
