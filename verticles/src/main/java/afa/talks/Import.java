package afa.talks;

import afa.schedule.Change;
import afa.schedule.Schedule;
import afa.schedule.ScheduleDiff;
import afa.schedule.Talk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a version of the schedule makes of the talks that are known. What people have set stays, and
 * where the schedule says otherwise by now, a sentence tells.
 *
 * @param after all talks thereafter
 * @param touched those of them that are to be written
 * @param sentences for people: what the schedule changed
 * @param drastic whether so much would go that it is rather a broken export
 */
record Import(KnownTalks after, List<KnownTalk> touched, List<String> sentences, boolean drastic) {

  static Import of(KnownTalks known, Schedule read, Instant now) {
    ScheduleDiff diff = ScheduleDiff.between(known.imported(), read);
    List<KnownTalk> touched = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Talk talk : diff.adopted().talks()) {
      told.add(talk.id());
      Optional<KnownTalk> old = known.talk(talk.id());
      KnownTalk next =
          old.map(each -> each.toldAgain(talk, now)).orElseGet(() -> KnownTalk.imported(talk, now));
      if (!Optional.of(next).equals(old)) touched.add(next);
    }
    for (KnownTalk old : known.all()) {
      if (!told.contains(old.talk().id()) && !old.dropped()) touched.add(old.missing(now));
    }
    return new Import(known.with(touched), touched, sentences(known, read, diff), diff.isDrastic());
  }

  private static List<String> sentences(KnownTalks known, Schedule read, ScheduleDiff diff) {
    if (known.isEmpty()) return List.of(summary(read));
    List<String> sentences = new ArrayList<>();
    for (Change change : diff.changes()) {
      String conflict = known
          .talk(change.talk().id())
          .map(old -> conflict(old, parts(change.kind())))
          .orElse("");
      sentences.add(change.sentence(read.zone()) + conflict);
    }
    for (Talk talk : diff.adopted().talks()) {
      known
          .talk(talk.id())
          .map(old -> details(old, talk))
          .filter(s -> !s.isEmpty())
          .ifPresent(sentences::add);
    }
    return List.copyOf(sentences);
  }

  private static String summary(Schedule read) {
    return "The schedule was read for the first time: "
        + number(read.talks().size(), "talk", "talks") + ", "
        + number(read.rooms().size(), "room", "rooms") + ", "
        + number(read.people().size(), "person", "people") + ".";
  }

  private static String number(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static Set<Part> parts(Change.Kind kind) {
    return switch (kind) {
      case ADDED, DROPPED -> Set.of();
      case MOVED -> EnumSet.of(Part.START, Part.END);
      case OTHER_ROOM -> EnumSet.of(Part.ROOM);
      case RENAMED -> EnumSet.of(Part.TITLE);
      case OTHER_SPEAKERS -> EnumSet.of(Part.SPEAKERS);
      case REPLACED -> EnumSet.of(Part.TITLE, Part.SPEAKERS);
      case CANCELLED, REVIVED -> EnumSet.of(Part.CANCELLED);
    };
  }

  /** What the schedule wants and a person does not. */
  private static String conflict(KnownTalk old, Set<Part> wanted) {
    Set<Part> kept = EnumSet.noneOf(Part.class);
    kept.addAll(wanted);
    kept.retainAll(old.edited());
    return kept.isEmpty() ? "" : " But a person has set its " + words(kept) + ", which stays.";
  }

  /** What is different besides that. */
  private static String details(KnownTalk old, Talk talk) {
    Set<Part> parts = Part.different(old.imported(), talk);
    parts.retainAll(EnumSet.of(Part.TRACK, Part.SUMMARY, Part.HASHTAGS));
    if (old.dropped() || parts.isEmpty()) return "";
    return "\"" + talk.title() + "\" has another " + words(parts) + "." + conflict(old, parts);
  }

  private static String words(Set<Part> parts) {
    return parts.stream().map(part -> part.word).collect(Collectors.joining(" and "));
  }
}
