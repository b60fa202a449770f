package afa.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is different in a new version of a schedule.
 *
 * @param before the talk as it was; null when it was added
 * @param after the talk as it is; null when it was dropped
 */
public record Change(Kind kind, @Nullable Talk before, @Nullable Talk after) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  /** What is different. */
  public enum Kind {
    ADDED,
    DROPPED,
    /** It starts or ends at another time. */
    MOVED,
    OTHER_ROOM,
    RENAMED,
    OTHER_SPEAKERS,
    /** Title and speakers: another talk in the place of the old one, whose posts it would inherit. */
    REPLACED,
    CANCELLED,
    REVIVED
  }

  /** The talk, as it is if it still is. */
  public Talk talk() {
    if (after != null) return after;
    if (before != null) return before;
    throw new IllegalStateException("a change is of a talk");
  }

  /** What happened, in venue time: {@code "Grids" moves from Sat 24 Oct 10:00–10:45 to …}. */
  public String sentence(ZoneId zone) {
    Talk old = before == null ? talk() : before;
    String name = "\"" + old.title() + "\"";
    return switch (kind) {
      case ADDED -> name + " is new: " + when(talk(), zone) + where(talk().room()) + ".";
      case DROPPED -> name + " is gone; it was " + when(old, zone) + where(old.room()) + ".";
      case MOVED -> name + " moves from " + when(old, zone) + " to " + when(talk(), zone) + ".";
      case OTHER_ROOM -> name + " goes from " + room(old) + " to " + room(talk()) + ".";
      case RENAMED -> name + " is now called \"" + talk().title() + "\".";
      case REPLACED -> name + " is replaced by \"" + talk().title() + "\"" + by(talk()) + ".";
      case OTHER_SPEAKERS -> name + " is now" + by(talk()) + "; it was" + by(old) + ".";
      case CANCELLED -> name + " is cancelled.";
      case REVIVED -> name + " is not cancelled any more.";
    };
  }

  private static String when(Talk talk, ZoneId zone) {
    String start = time(talk.start(), zone);
    String end = time(talk.end(), zone);
    boolean sameDay =
        start.substring(0, start.length() - 5).equals(end.substring(0, end.length() - 5));
    return start + "–" + (sameDay ? end.substring(end.length() - 5) : end);
  }

  private static String time(Instant moment, ZoneId zone) {
    return TIME.format(moment.atZone(zone));
  }

  private static String where(String room) {
    return room.isEmpty() ? "" : ", " + room;
  }

  private static String room(Talk talk) {
    return talk.room().isEmpty() ? "no room" : talk.room();
  }

  private static String by(Talk talk) {
    List<Person> speakers = talk.speakers();
    if (speakers.isEmpty()) return " by nobody who is named";
    return speakers.stream().map(Person::name).collect(Collectors.joining(", ", " by ", ""));
  }
}
