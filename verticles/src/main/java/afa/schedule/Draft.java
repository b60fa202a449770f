package afa.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of a schedule while it is read. What stays empty was not told. */
final class Draft {
  final String where;
  final List<String> keys = new ArrayList<>(); // the strongest first
  final List<Person> speakers = new ArrayList<>();
  final List<String> hashtags = new ArrayList<>();
  String title = "";

  @Nullable
  Instant start;

  @Nullable
  Instant end;

  String room = "";
  String track = "";
  String type = "";
  String language = "";
  String summary = "";

  @Nullable
  String url;

  boolean cancelled;

  Draft(String where) {
    this.where = where;
  }

  /** Adds an identity unless it is empty. */
  void key(String kind, String value) {
    String text = Texts.name(value);
    if (!text.isEmpty()) keys.add(kind + ":" + text);
  }

  void person(String id, String name, List<String> pages) {
    String shown = Texts.name(name);
    if (shown.isEmpty()) return;
    List<Handle> handles =
        pages.stream().flatMap(page -> Handle.ofPage(page).stream()).distinct().toList();
    List<String> links = pages.stream()
        .map(Texts::web)
        .filter(java.util.Objects::nonNull)
        .distinct()
        .limit(20)
        .toList();
    speakers.add(new Person(People.id(id, shown), shown, handles, links));
  }

  /** The talk, once its times are known. */
  Talk talk(String id, Instant begin, Instant finish, List<Person> people, List<String> tags) {
    return new Talk(
        id, keys, title, begin, finish, room, track, type, language, people, summary, url, tags,
        cancelled);
  }
}
