package afa.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a schedule of the entries of a file: drops what cannot be used, fills what is missing. */
final class Collector {
  static final int MOST_TALKS = 20_000;

  /** What an entry without an end is given where nothing follows in its room before. */
  private static final Duration ASSUMED = Duration.ofMinutes(30);

  private static final Duration LONG = Duration.ofHours(24);

  final Warnings warnings = new Warnings();
  private final Map<String, Room> rooms = new LinkedHashMap<>(); // by name
  private final People people = new People();
  private final List<Draft> drafts = new ArrayList<>();
  private int entries;

  /** A room of the file, be it empty. */
  void room(String id, String name) {
    String shown = Texts.name(name);
    if (shown.isEmpty() || rooms.size() >= MOST_TALKS) return;
    rooms.putIfAbsent(shown, new Room(id.isBlank() ? shown : Texts.name(id), shown));
  }

  /** An entry as it was read. */
  void entry(Draft draft) throws NotASchedule {
    if (++entries > MOST_TALKS) throw new NotASchedule("has more than " + MOST_TALKS + " entries");
    if (draft.start == null) leaveOut(draft, "has no start");
    else if (draft.end != null && draft.end.isBefore(draft.start)) {
      leaveOut(draft, "ends before it starts");
    } else keep(draft);
  }

  /** An entry that could not even be read. */
  void unreadable(Draft draft, String why) throws NotASchedule {
    if (++entries > MOST_TALKS) throw new NotASchedule("has more than " + MOST_TALKS + " entries");
    leaveOut(draft, why);
  }

  private void leaveOut(Draft draft, String why) {
    warnings.add(draft, why + "; it is left out");
  }

  private void keep(Draft draft) {
    if (draft.title.isEmpty()) {
      warnings.add(draft, "has no title");
      draft.title = "Untitled";
    }
    if (!draft.cancelled && Cancelled.byTitle(draft.title)) {
      draft.cancelled = true;
      warnings.add(draft, "is taken for cancelled because of its title");
    }
    room("", draft.room);
    draft.speakers.replaceAll(people::add);
    drafts.add(draft);
  }

  /**
   * The schedule.
   *
   * @throws NotASchedule when there is not one talk in it
   */
  Schedule schedule(String kind, String name, Times times) throws NotASchedule {
    if (drafts.isEmpty()) throw new NotASchedule(nothing());
    List<String> order = new ArrayList<>(rooms.keySet());
    Map<String, Integer> place = new HashMap<>();
    for (String room : order) place.put(room, place.size());
    drafts.sort(Comparator.comparing(Collector::start)
        .thenComparing(draft -> place.getOrDefault(draft.room, order.size())));
    fillEnds();
    List<Talk> talks = talks();
    Overlaps.tell(talks, warnings);
    return new Schedule(
        kind,
        Texts.name(name),
        times.zone(),
        List.copyOf(rooms.values()),
        people.all(),
        talks,
        entries,
        entries - talks.size(),
        warnings.all());
  }

  private String nothing() {
    if (entries == 0) return "has no talks";
    return "has no talk that can be used; the first fault: "
        + warnings.all().get(0).sentence();
  }

  private List<Talk> talks() {
    Identities identities = new Identities(warnings);
    Hashtags tags = Hashtags.of(drafts);
    List<Talk> talks = new ArrayList<>();
    for (Draft draft : drafts) {
      Instant end = draft.end == null ? start(draft) : draft.end;
      List<Person> speakers = people.known(draft.speakers);
      talks.add(draft.talk(identities.of(draft), start(draft), end, speakers, tags.of(draft)));
    }
    return talks;
  }

  /** Until the next talk in the room when that is near, else half an hour. */
  private void fillEnds() {
    Map<String, Draft> next = new HashMap<>();
    for (int i = drafts.size() - 1; i >= 0; i--) {
      Draft draft = drafts.get(i);
      if (draft.end == null) fillEnd(draft, next.get(draft.room));
      else if (Duration.between(start(draft), draft.end).compareTo(LONG) > 0) {
        warnings.add(draft, "lasts longer than a day");
      }
      if (!draft.room.isEmpty()) next.put(draft.room, draft);
    }
  }

  private void fillEnd(Draft draft, @Nullable Draft next) {
    Instant latest = start(draft).plus(ASSUMED);
    boolean near =
        next != null && start(next).isAfter(start(draft)) && start(next).isBefore(latest);
    draft.end = near && next != null ? start(next) : latest;
    long minutes = Duration.between(start(draft), draft.end).toMinutes();
    warnings.add(draft, "has no end that can be read; " + minutes + " minutes are assumed");
  }

  private static Instant start(Draft draft) {
    return draft.start == null ? Instant.EPOCH : draft.start; // never null once kept
  }
}
