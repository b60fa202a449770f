package afa.talks;

import afa.message.EditTalk;
import afa.schedule.Talk;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a talk that a person edits.
 *
 * @param after the talk thereafter; null where nothing is done
 * @param refusal why nothing is done, a sentence
 */
record Edit(@Nullable KnownTalk after, @Nullable String refusal) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  /** Longest title, in UTF-16 units. */
  private static final int LONGEST = 1_000;

  static Edit of(KnownTalk old, EditTalk wish, ZoneId zone, Instant now) {
    if (old.changedAt().isAfter(wish.seen())) {
      return refused("\"" + old.talk().title() + "\" was changed by " + old.changedBy() + " at "
          + TIME.format(old.changedAt().atZone(zone)) + ", after you opened it. Look at it again.");
    }
    Set<Part> released = EnumSet.noneOf(Part.class);
    wish.released().forEach(column -> Part.of(column).ifPresent(released::add));
    Talk wanted = Part.set(old.talk(), wish.fields());
    KnownTalk next =
        old.edited(wanted, Part.of(wish.fields()), released, wish.who(), after(old, now));
    String problem = problem(wanted);
    return problem == null ? new Edit(next, null) : refused(problem);
  }

  /** Two changes within a millisecond must be told apart. */
  private static Instant after(KnownTalk old, Instant now) {
    return now.isAfter(old.changedAt()) ? now : old.changedAt().plusMillis(1);
  }

  private static @Nullable String problem(Talk talk) {
    if (talk.title().isBlank()) return "A talk needs a title.";
    if (talk.title().length() > LONGEST) return "The title is too long.";
    return talk.end().isBefore(talk.start()) ? "A talk cannot end before it begins." : null;
  }

  private static Edit refused(String why) {
    return new Edit(null, why);
  }
}
