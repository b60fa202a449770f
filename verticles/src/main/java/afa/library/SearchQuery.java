package afa.library;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param terms all of which must be true of a post
 * @param from only posts of that moment or later
 * @param until only posts before that moment
 * @param notes what could not be understood, as sentences for whoever asked
 */
public record SearchQuery(
    List<Term> terms, @Nullable Moment from, @Nullable Moment until, List<String> notes) {
  public SearchQuery {
    terms = List.copyOf(terms);
    notes = List.copyOf(notes);
  }

  /** What a term is about. */
  public enum Kind {
    /** A word in any of its forms. */
    WORD,
    /** These words one after the other, as they are. */
    PHRASE,
    /** A mark that the archive puts on posts: {@code #tag}, {@code @handle}, {@code =photo}, … */
    MARK,
    /** The event, by its id. */
    EVENT,
    /** The talk that a post belongs to, by its id. */
    TALK
  }

  /**
   * A condition.
   *
   * @param not whether it must not be true
   */
  public record Term(Kind kind, String text, boolean not) {}

  /** A day, which begins at the venue, or a moment: one of both is absent. */
  public record Moment(@Nullable LocalDate day, @Nullable Instant instant) {
    Instant in(ZoneId zone) {
      if (instant != null) return instant;
      return day == null ? Instant.EPOCH : day.atStartOfDay(zone).toInstant();
    }
  }

  /** Whether nothing is asked for. */
  public boolean isEmpty() {
    return terms.isEmpty() && from == null && until == null;
  }

  /** The texts of the terms of a kind. */
  public List<String> texts(Kind kind, boolean not) {
    return terms.stream()
        .filter(term -> term.kind() == kind && term.not() == not)
        .map(Term::text)
        .toList();
  }
}
