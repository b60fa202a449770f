package afa.talks;

import afa.message.ProgrammeRead;
import afa.schedule.Person;
import afa.schedule.Talk;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A talk as the schedule and people made it.
 *
 * @param talk as it is shown
 * @param imported as the schedule told it last
 * @param edited parts that a person has set
 * @param dropped whether it is not on the schedule any more
 * @param changedAt when it became what it is
 * @param changedBy a person, or {@link #SCHEDULE}
 */
record KnownTalk(
    Talk talk,
    Talk imported,
    Set<Part> edited,
    boolean dropped,
    Instant changedAt,
    String changedBy) {
  static final String SCHEDULE = "the schedule";

  KnownTalk {
    edited = Set.copyOf(edited);
  }

  /** One that the schedule tells for the first time. */
  static KnownTalk imported(Talk talk, Instant now) {
    return new KnownTalk(talk, talk, Set.of(), false, now, SCHEDULE);
  }

  /** The same after another import, in which it is this one. */
  KnownTalk toldAgain(Talk again, Instant now) {
    Talk next = Part.merged(again, talk, edited);
    boolean same = next.equals(talk) && !dropped;
    return same
        ? new KnownTalk(talk, again, edited, false, changedAt, changedBy)
        : new KnownTalk(next, again, edited, false, now, SCHEDULE);
  }

  /** The same after another import, in which it is missing. */
  KnownTalk missing(Instant now) {
    return dropped ? this : new KnownTalk(talk, imported, edited, true, now, SCHEDULE);
  }

  /** The same as a person wants it. */
  KnownTalk edited(Talk next, Set<Part> set, Set<Part> released, String who, Instant now) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    parts.addAll(edited);
    parts.removeAll(released);
    parts.addAll(set);
    return new KnownTalk(Part.merged(imported, next, parts), imported, parts, dropped, now, who);
  }

  /** What was dropped after it was over did take place: what was said about it stays there. */
  boolean takesPlace() {
    return !dropped || !talk.end().isAfter(changedAt);
  }

  /** In short, for organisers. */
  ProgrammeRead.Line line() {
    return new ProgrammeRead.Line(
        talk.id(),
        talk.title(),
        talk.start(),
        talk.end(),
        talk.room(),
        talk.speakers().stream().map(Person::name).toList(),
        talk.cancelled(),
        edited.stream().map(part -> part.column).sorted().toList(),
        dropped,
        changedBy);
  }
}
