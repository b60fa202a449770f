package afa.console.programme;

import afa.schedule.Talk;
import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A talk as the fields of a form have it: as typed, right or wrong. Immutable. */
final class TalkForm {
  private final Map<Field, String> values;

  private TalkForm(Map<Field, String> values) {
    this.values = values;
  }

  static TalkForm of(Talk talk, VenueClock clock) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    values.put(Field.TITLE, line(talk.title()));
    values.put(Field.START, clock.field(talk.start()));
    values.put(Field.END, clock.field(talk.end()));
    values.put(Field.ROOM, line(talk.room()));
    values.put(Field.SPEAKERS, SpeakerLines.write(talk.speakers()));
    values.put(Field.HASHTAGS, String.join(" ", talk.hashtags()));
    values.put(Field.CANCELLED, talk.cancelled() ? "true" : "");
    return new TalkForm(values);
  }

  /**
   * What a browser sent.
   *
   * @param prefix of the names of the fields
   */
  static TalkForm sent(MultiMap form, String prefix) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String value = form.get(prefix + field.key);
      if (value == null) values.put(field, "");
      else values.put(field, field == Field.SPEAKERS ? lines(value) : line(value));
    }
    return new TalkForm(values);
  }

  /** As it comes back from a browser, which writes the ends of lines in its own way. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  private static String line(String text) {
    return text.replaceAll("[\r\n]+", " ").strip();
  }

  String get(Field field) {
    return values.getOrDefault(field, "");
  }

  /** For reading rather than for typing. */
  String shown(Field field) {
    return switch (field) {
      case START, END -> get(field).replace('T', ' ');
      case CANCELLED -> get(field).isEmpty() ? "no" : "yes";
      default -> get(field);
    };
  }

  /** In which fields two forms differ. */
  Set<Field> differing(TalkForm other) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    Arrays.stream(Field.values())
        .filter(field -> !get(field).equals(other.get(field)))
        .forEach(fields::add);
    return fields;
  }

  /** This one with some fields of another. */
  TalkForm with(Collection<Field> fields, TalkForm other) {
    Map<Field, String> next = new EnumMap<>(values);
    fields.forEach(field -> next.put(field, other.get(field)));
    return new TalkForm(next);
  }

  /** By the keys of the fields, for a template. */
  Map<String, String> byKey() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Field field : Field.values()) all.put(field.key, get(field));
    return all;
  }
}
