package afa.schedule;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The programme of an event.
 *
 * @param kind what it was read from, in words: {@code schedule.xml}, {@code iCalendar}, …
 * @param name what the file calls the conference, empty where it does not
 * @param zone of the venue
 * @param rooms in the file's order, those without talks too
 * @param people everybody who speaks, each once
 * @param talks by start, then in the order of rooms
 * @param entries how many the file has: {@code entries = talks + leftOut}
 * @param leftOut how many of them could not be used; each is named among the warnings
 * @param warnings what was odd, in the order in which it was found; at most {@link #MOST_WARNINGS}
 */
public record Schedule(
    String kind,
    String name,
    ZoneId zone,
    List<Room> rooms,
    List<Person> people,
    List<Talk> talks,
    int entries,
    int leftOut,
    List<Warning> warnings) {

  /** More are counted, not listed. */
  public static final int MOST_WARNINGS = 1_000;

  public Schedule {
    rooms = List.copyOf(rooms);
    people = List.copyOf(people);
    talks = List.copyOf(talks);
    warnings = List.copyOf(warnings);
  }

  /** A programme that was not read from a file. */
  public static Schedule of(ZoneId zone, List<Talk> talks) {
    List<Room> rooms = talks.stream()
        .map(Talk::room)
        .filter(room -> !room.isEmpty())
        .distinct()
        .map(room -> new Room(room, room))
        .toList();
    List<Person> people =
        talks.stream().flatMap(talk -> talk.speakers().stream()).distinct().toList();
    return new Schedule("", "", zone, rooms, people, talks, talks.size(), 0, List.of());
  }

  /** The same with other talks. */
  Schedule with(List<Talk> others) {
    return new Schedule(
        kind, name, zone, rooms, people, others, others.size() + leftOut, leftOut, warnings);
  }

  public Optional<Talk> talk(String id) {
    return talks.stream().filter(talk -> talk.id().equals(id)).findFirst();
  }
}
