package afa.console.programme;

import afa.message.EditTalk;
import afa.schedule.Person;
import afa.schedule.Talk;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an organiser wants of a talk, read from what was typed: all that is wrong is found at once. */
final class TalkChange {
  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_ROOM = 200;
  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}_]{1,100}");

  private final Talk talk;
  private final TalkForm form;
  private final Set<Field> touched;
  private final VenueClock clock;
  private final List<String> problems = new ArrayList<>();
  private EditTalk.Fields fields = EditTalk.Fields.NONE;

  private TalkChange(Talk talk, TalkForm form, Set<Field> touched, VenueClock clock) {
    this.talk = talk;
    this.form = form;
    this.touched = touched;
    this.clock = clock;
  }

  /**
   * Reads a form.
   *
   * @param talk as it is
   * @param touched the fields that are wanted otherwise; the rest is left alone
   */
  static TalkChange of(Talk talk, TalkForm form, Set<Field> touched, VenueClock clock) {
    TalkChange change = new TalkChange(talk, form, touched, clock);
    change.read();
    return change;
  }

  /** Sentences; none when it can be done. */
  List<String> problems() {
    return problems;
  }

  /** Only what was touched. */
  EditTalk.Fields fields() {
    return fields;
  }

  private void read() {
    String title = text(Field.TITLE, LONGEST_TITLE);
    if (title != null && title.isEmpty()) problems.add("Title: a talk needs one.");
    Instant start = moment(Field.START);
    Instant end = moment(Field.END);
    checkOrder(start, end);
    fields = new EditTalk.Fields(
        title,
        start,
        end,
        text(Field.ROOM, LONGEST_ROOM),
        null,
        null,
        speakers(),
        hashtags(),
        touched.contains(Field.CANCELLED) ? !form.get(Field.CANCELLED).isEmpty() : null);
  }

  private @Nullable String text(Field field, int longest) {
    if (!touched.contains(field)) return null;
    String typed = form.get(field).strip();
    if (typed.length() > longest) {
      problems.add(field.label + ": at most " + longest + " characters are taken.");
    }
    return typed;
  }

  private @Nullable Instant moment(Field field) {
    if (!touched.contains(field)) return null;
    Optional<LocalDateTime> typed = VenueClock.parse(form.get(field));
    if (typed.isEmpty()) {
      problems.add(field.label + ": “" + form.get(field)
          + "” is no date with a time; write it like 2026-05-24T14:30.");
      return null;
    }
    if (clock.isSkipped(typed.get())) {
      problems.add(field.label + ": clocks at the venue go forward over " + form.get(field) + ".");
      return null;
    }
    return clock.moment(typed.get());
  }

  private void checkOrder(@Nullable Instant start, @Nullable Instant end) {
    boolean isUnread = isUnread(Field.START, start) || isUnread(Field.END, end);
    boolean isUntouched = start == null && end == null;
    if (isUnread || isUntouched) return;
    Instant from = start == null ? talk.start() : start;
    Instant to = end == null ? talk.end() : end;
    if (to.isBefore(from)) {
      problems.add("End: the talk would end at " + clock.shortly(to) + ", before it begins at "
          + clock.shortly(from) + ".");
    }
  }

  private boolean isUnread(Field field, @Nullable Instant moment) {
    return moment == null && touched.contains(field);
  }

  private @Nullable List<Person> speakers() {
    if (!touched.contains(Field.SPEAKERS)) return null;
    SpeakerLines read = SpeakerLines.read(form.get(Field.SPEAKERS), talk.speakers());
    problems.addAll(read.problems());
    return read.people();
  }

  private @Nullable List<String> hashtags() {
    if (!touched.contains(Field.HASHTAGS)) return null;
    List<String> tags = Arrays.stream(form.get(Field.HASHTAGS).split("[\\s,]+"))
        .map(tag -> tag.replaceFirst("^#", "").toLowerCase(Locale.ROOT))
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .toList();
    tags.stream()
        .filter(tag -> !TAG.matcher(tag).matches())
        .forEach(tag -> problems.add("Hashtags: “" + tag + "” is none."));
    return tags;
  }
}
