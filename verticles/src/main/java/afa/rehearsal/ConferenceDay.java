package afa.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When what is on. Talks stand one after the other, as the script lists them, those of different
 * rooms side by side, breaks alone. The day is far advanced when the rehearsal starts, so that most
 * posts speak of what has been; after its end the next day begins, for ever.
 */
public final class ConferenceDay {
  private static final Duration GRID = Duration.ofHours(2);
  private static final Duration ADVANCED = Duration.ofHours(6);
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration NIGHT = Duration.ofMinutes(30);

  private final Instant start;
  private final List<Placed> programme;
  private final Duration period;

  /** A talk with the minutes from the start of its day. */
  private record Placed(ScriptTalk talk, int minute) {}

  /**
   * A talk at its time.
   *
   * @param day from 1
   * @param end exclusive
   */
  public record Slot(ScriptTalk talk, int day, Instant start, Instant end) {
    boolean runsAt(Instant time) {
      return !time.isBefore(start) && time.isBefore(end);
    }
  }

  private ConferenceDay(Instant start, List<Placed> programme) {
    this.start = start;
    this.programme = programme;
    this.period = length(programme).plus(NIGHT);
  }

  /**
   * The day in which a talk, not a break, runs at {@code now}. Two starts within two hours mostly
   * give the same day.
   */
  public static ConferenceDay around(List<ScriptTalk> talks, Instant now) {
    List<Placed> programme = place(talks);
    long grid = GRID.toSeconds();
    long start = now.getEpochSecond() / grid * grid - ADVANCED.toSeconds();
    ConferenceDay day = new ConferenceDay(Instant.ofEpochSecond(start), programme);
    boolean possible = talks.stream().anyMatch(talk -> !talk.isBreak());
    while (possible && day.running(now).stream().allMatch(slot -> slot.talk().isBreak())) {
      day = new ConferenceDay(day.start.minus(STEP), programme);
    }
    return day;
  }

  private static List<Placed> place(List<ScriptTalk> talks) {
    List<Placed> placed = new ArrayList<>();
    Set<String> rooms = new HashSet<>();
    boolean alone = false;
    int minute = 0;
    int longest = 0;
    for (ScriptTalk talk : talks) {
      if (alone || talk.isBreak() || !rooms.add(talk.room())) {
        minute += longest;
        longest = 0;
        rooms.clear();
        rooms.add(talk.room());
      }
      alone = talk.isBreak();
      longest = Math.max(longest, talk.minutes());
      placed.add(new Placed(talk, minute));
    }
    return List.copyOf(placed);
  }

  private static Duration length(List<Placed> programme) {
    return programme.stream()
        .map(placed -> Duration.ofMinutes(placed.minute() + placed.talk().minutes()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** When the first day begins. */
  public Instant start() {
    return start;
  }

  /** The day of a time, from 1; less before the first one. */
  public int dayOf(Instant time) {
    long seconds = Duration.between(start, time).toSeconds();
    return (int) Math.floorDiv(seconds, period.toSeconds()) + 1;
  }

  /** The programme of a day, in order. */
  public List<Slot> slots(int day) {
    Instant morning = start.plus(period.multipliedBy(day - 1L));
    return programme.stream()
        .map(placed -> {
          Instant begin = morning.plus(Duration.ofMinutes(placed.minute()));
          Instant end = begin.plus(Duration.ofMinutes(placed.talk().minutes()));
          return new Slot(placed.talk(), day, begin, end);
        })
        .toList();
  }

  /** What runs at a time; nothing at night and before the first day. */
  public List<Slot> running(Instant time) {
    return slots(dayOf(time)).stream()
        .filter(slot -> slot.day() >= 1 && slot.runsAt(time))
        .toList();
  }

  /** The slugs of the talks that have begun, on this day or an earlier one. */
  public Set<String> begun(Instant time) {
    int day = dayOf(time);
    Set<String> begun = new HashSet<>();
    for (Slot slot : slots(day)) {
      if (day > 1 || !slot.start().isAfter(time)) begun.add(slot.talk().slug());
    }
    return begun;
  }
}
