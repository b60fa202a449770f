package afa.console.programme;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a browser sent of the form of a talk.
 *
 * @param was what the form showed before anything was typed
 * @param seen when the talk became what the form showed
 * @param released columns that are to follow the schedule again
 */
record SentTalk(TalkForm typed, TalkForm was, Instant seen, List<String> released) {
  /** Of a value, in a sentence. */
  private static final int LONGEST = 120;

  static SentTalk of(Visit visit) {
    MultiMap form = visit.request().request().formAttributes();
    return new SentTalk(
        TalkForm.sent(form, ""),
        TalkForm.sent(form, "was-"),
        instant(visit.field("seen")),
        visit.fields("release"));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException notOurs) {
      return Instant.EPOCH; // older than every change
    }
  }

  /** What somebody wants otherwise than the form showed it. */
  Set<Field> touched() {
    Set<Field> touched = typed.differing(was);
    touched.removeIf(field -> released.contains(field.column));
    return touched;
  }

  /** What is wanted, a part of a sentence for the timeline. */
  String sentence() {
    List<String> said = new ArrayList<>();
    for (Field field : touched()) {
      String value = typed.shown(field).replace("\n", "; ");
      String shown = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
      said.add(field.label.toLowerCase(Locale.ROOT) + " “" + shown + "”");
    }
    List<String> labels = Field.labels(released);
    if (!labels.isEmpty()) said.add("as scheduled again: " + String.join(", ", labels));
    return String.join(", ", said);
  }
}
