package afa.store;

import afa.feed.Position;
import afa.message.ArchivePage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a log and what was found, at one moment; decides what is to be done.
 *
 * @param known the furthest that anybody here heard of, with its life; null when nobody did
 * @param past lives that this store knows to be over
 * @param found what Redis has; the epoch is empty where it has none
 * @param archived what the archive says; null when there is none, or it cannot be read
 * @param blind whether there is an archive that may know of more, and the log is still in the life
 *     that it was first found in
 * @param patient whether the archive is still waited for
 * @param listening whether somebody who saw more may still answer
 * @param doubtful whether numbers were given since, by a store that did not know of what was lost
 * @param recent what is in memory
 */
record Situation(
    @Nullable Position known,
    Set<String> past,
    Position found,
    @Nullable ArchivePage archived,
    boolean blind,
    boolean patient,
    boolean listening,
    boolean doubtful,
    Recent recent) {

  Situation whileListening(boolean others) {
    return new Situation(known, past, found, archived, blind, patient, others, doubtful, recent);
  }

  /** Most likely a Redis that was never used: nobody here ever heard of a log. */
  boolean isBlank() {
    return known == null
        && found.epoch().isEmpty()
        && (archived == null || archived.epoch().isEmpty());
  }

  /** Whether updates are missing, as far as anybody can tell. */
  boolean isMissing() {
    return !isWhole() && !isBlank();
  }

  Verdict verdict() {
    if (isWhole()) return whole();
    if (known != null && !doubtful && canKeepNumbers(known)) {
      return new Verdict.Mend(known.epoch(), known.n(), true, "all of it can be had again");
    }
    if (archived == null && patient) return new Verdict.Wait("the archive is away");
    if (listening) return new Verdict.Wait("others are asked what they have seen");
    return newLife();
  }

  /** Whether all that is known is there. */
  boolean isWhole() {
    if (found.epoch().isEmpty() || past.contains(found.epoch())) return false;
    if (isSame(known) && known.n() > found.n()) return false;
    if (archived == null) return true;
    boolean behind = archived.epoch().equals(found.epoch()) && archived.checkpoint() > found.n();
    return !archived.outlived() && !behind;
  }

  /**
   * Another life than the known one may be an older one, which only the archive can tell. Where
   * nothing is known, a log may be an older copy: its next numbers are safe in a new life only.
   */
  private Verdict whole() {
    boolean sure = archived != null || isSame(known);
    if (!sure && patient) return new Verdict.Wait("the archive is away");
    if (known == null && listening) return new Verdict.Wait("others are asked what they have seen");
    return known == null && archived == null && blind ? newLife() : new Verdict.Open(found);
  }

  private boolean isSame(@Nullable Position position) {
    return position != null && position.epoch().equals(found.epoch());
  }

  private boolean canKeepNumbers(Position head) {
    return recent.covers(head.epoch(), since(head.epoch()), head.n());
  }

  /** With all that can be had, under another name. */
  private Verdict newLife() {
    boolean isArchived = archived != null && !archived.epoch().isEmpty();
    if (!isArchived && found.epoch().isEmpty()) {
      return new Verdict.Mend("", 0, false, known == null ? "" : "nobody has what was in it");
    }
    String why = doubtful
        ? "numbers were given again already"
        : known == null
            ? "nobody can tell how much readers have seen"
            : "updates that readers have seen cannot be had again";
    if (!isArchived) return new Verdict.Mend(found.epoch(), found.n(), false, why);
    return new Verdict.Mend(archived.epoch(), since(archived.epoch()), false, why);
  }

  /** The furthest of the life that the log should be in; an empty epoch when nobody knows of any. */
  Position most() {
    if (known != null) return known;
    boolean isArchived = archived != null && !archived.epoch().isEmpty();
    boolean newer = isArchived && (found.epoch().isEmpty() || archived.outlived());
    String life = newer ? archived.epoch() : found.epoch();
    return new Position(life, since(life));
  }

  /** Up to here that life can be had without anybody's memory. */
  long since(String life) {
    return Math.max(archivedUpTo(life), found.epoch().equals(life) ? found.n() : 0);
  }

  /** Number of the newest entry of that life in the archive, 0 without one. */
  long archivedUpTo(String life) {
    return archived != null && archived.epoch().equals(life) ? archived.checkpoint() : 0;
  }
}
