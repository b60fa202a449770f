package afa.console.programme;

import afa.schedule.Handle;
import afa.schedule.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Speakers as people type them, one a line: {@code Ann Gray x:anngray mastodon:ann@front.example}. */
final class SpeakerLines {
  private static final Set<String> NETWORKS = Set.of("x", "mastodon", "bluesky", "flickr");
  private static final Pattern HANDLE = Pattern.compile("([A-Za-z]+):(\\S+)");
  private static final int MOST = 50;
  private static final int LONGEST_NAME = 200;

  private final List<Person> known;
  private final List<Person> people = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private SpeakerLines(List<Person> known) {
    this.known = known;
  }

  static String write(List<Person> speakers) {
    return speakers.stream().map(SpeakerLines::line).collect(Collectors.joining("\n"));
  }

  private static String line(Person person) {
    String handles = person.handles().stream()
        .map(handle -> " " + handle.network() + ":" + handle.name())
        .collect(Collectors.joining());
    return person.name().strip().replaceAll("\\s+", " ") + handles;
  }

  /**
   * Reads what was typed.
   *
   * @param known who speaks so far: who has the same name stays the same person
   */
  static SpeakerLines read(String text, List<Person> known) {
    SpeakerLines read = new SpeakerLines(known);
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() > MOST) read.problems.add("At most " + MOST + " speakers are taken.");
    for (int i = 0; i < Math.min(MOST, lines.size()); i++) read.take(i + 1, lines.get(i));
    return read;
  }

  List<Person> people() {
    return people;
  }

  /** Sentences. */
  List<String> problems() {
    return problems;
  }

  private void take(int number, String line) {
    List<String> name = new ArrayList<>();
    List<Handle> handles = new ArrayList<>();
    for (String word : List.of(line.strip().split("\\s+"))) {
      Matcher handle = HANDLE.matcher(word);
      if (handle.matches()) take(number, word, handle, handles);
      else name.add(word);
    }
    String full = String.join(" ", name);
    if (full.isEmpty()) wrong(number, "there is no name.");
    else if (full.length() > LONGEST_NAME) wrong(number, "the name is too long.");
    else people.add(person(full, handles));
  }

  private void take(int number, String word, Matcher handle, List<Handle> handles) {
    String network = handle.group(1).toLowerCase(Locale.ROOT);
    if (NETWORKS.contains(network)) {
      handles.add(new Handle(network, handle.group(2).replaceFirst("^@", "")));
    } else {
      wrong(number, "“" + word + "” names no network; use x:, mastodon:, bluesky: or flickr:.");
    }
  }

  private void wrong(int number, String why) {
    problems.add("Speakers, line " + number + ": " + why);
  }

  private Person person(String name, List<Handle> handles) {
    return known.stream()
        .filter(person -> person.name().strip().replaceAll("\\s+", " ").equals(name))
        .findFirst()
        .map(person -> new Person(person.id(), person.name(), handles, person.links()))
        .orElseGet(() -> new Person(name.toLowerCase(Locale.ROOT), name, handles, List.of()));
  }
}
