package afa.talks;

import afa.message.EditTalk.Fields;
import afa.schedule.Talk;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person may set of a talk; the next imports then leave it alone. */
enum Part {
  TITLE("title", "title"),
  START("starts_at", "start"),
  END("ends_at", "end"),
  ROOM("room", "room"),
  TRACK("track", "track"),
  SUMMARY("summary", "description"),
  SPEAKERS("speakers", "speakers"),
  HASHTAGS("hashtags", "hashtags"),
  CANCELLED("cancelled", "cancellation");

  /** Of the table talks. */
  final String column;

  /** In a sentence. */
  final String word;

  Part(String column, String word) {
    this.column = column;
    this.word = word;
  }

  /** By its column. */
  static Optional<Part> of(String column) {
    return Arrays.stream(values()).filter(part -> part.column.equals(column)).findFirst();
  }

  /** Those that are set. */
  static Set<Part> of(Fields fields) {
    Set<Part> set = EnumSet.noneOf(Part.class);
    add(set, TITLE, fields.title());
    add(set, START, fields.start());
    add(set, END, fields.end());
    add(set, ROOM, fields.room());
    add(set, TRACK, fields.track());
    add(set, SUMMARY, fields.summary());
    add(set, SPEAKERS, fields.speakers());
    add(set, HASHTAGS, fields.hashtags());
    add(set, CANCELLED, fields.cancelled());
    return set;
  }

  private static void add(Set<Part> set, Part part, @Nullable Object value) {
    if (value != null) set.add(part);
  }

  /** A talk with what is set in the place of what it had. */
  static Talk set(Talk talk, Fields fields) {
    return new Talk(
        talk.id(),
        talk.keys(),
        or(fields.title(), talk.title()),
        or(fields.start(), talk.start()),
        or(fields.end(), talk.end()),
        or(fields.room(), talk.room()),
        or(fields.track(), talk.track()),
        talk.type(),
        talk.language(),
        or(fields.speakers(), talk.speakers()),
        or(fields.summary(), talk.summary()),
        talk.url(),
        or(fields.hashtags(), talk.hashtags()),
        or(fields.cancelled(), talk.cancelled()));
  }

  private static <T> T or(@Nullable T set, T otherwise) {
    return set == null ? otherwise : set;
  }

  /** A talk as the schedule tells it, but for some parts, which are as in {@code person}. */
  static Talk merged(Talk imported, Talk person, Set<Part> edited) {
    Talk merged = set(imported, picked(person, edited));
    boolean bothSet = edited.contains(START) && edited.contains(END);
    if (bothSet || !merged.end().isBefore(merged.start())) return merged;
    // One end was set, the other one has moved past it: the length that the schedule gives it.
    Instant end = merged.start().plus(imported.length());
    Instant start = merged.end().minus(imported.length());
    return edited.contains(START)
        ? merged.at(merged.start(), end, merged.room())
        : merged.at(start, merged.end(), merged.room());
  }

  private static Fields picked(Talk talk, Set<Part> parts) {
    return new Fields(
        parts.contains(TITLE) ? talk.title() : null,
        parts.contains(START) ? talk.start() : null,
        parts.contains(END) ? talk.end() : null,
        parts.contains(ROOM) ? talk.room() : null,
        parts.contains(TRACK) ? talk.track() : null,
        parts.contains(SUMMARY) ? talk.summary() : null,
        parts.contains(SPEAKERS) ? talk.speakers() : null,
        parts.contains(HASHTAGS) ? talk.hashtags() : null,
        parts.contains(CANCELLED) ? talk.cancelled() : null);
  }

  /** In which parts two versions of a talk differ. */
  static Set<Part> different(Talk one, Talk other) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    if (!one.title().equals(other.title())) parts.add(TITLE);
    if (!one.start().equals(other.start())) parts.add(START);
    if (!one.end().equals(other.end())) parts.add(END);
    if (!one.room().equals(other.room())) parts.add(ROOM);
    if (!one.track().equals(other.track())) parts.add(TRACK);
    if (!one.summary().equals(other.summary())) parts.add(SUMMARY);
    if (!one.speakers().equals(other.speakers())) parts.add(SPEAKERS);
    if (!one.hashtags().equals(other.hashtags())) parts.add(HASHTAGS);
    if (one.cancelled() != other.cancelled()) parts.add(CANCELLED);
    return parts;
  }
}
