package afa.chaos.checker;

import java.util.List;

/**
 * Something that must not be.
 *
 * @param who a reader, or {@code log}, {@code archive}, {@code publisher}
 * @param times how often it was seen
 * @param examples the first of them
 */
public record Finding(Kind kind, String who, long times, List<String> examples) {

  /** What may be wrong. */
  public enum Kind {
    /** A number between others was never seen. */
    MISSING,
    /** A number came a second time. */
    REPEATED,
    /** A number came after a higher one. */
    OUT_OF_ORDER,
    /** The newest numbers never came. */
    BEHIND,
    /** An entry that the log does not have, or a post that nobody sent. */
    FOREIGN,
    /** The same number with contents that no edit or deletion explains. */
    CONTENT,
    /** A reader was told to begin anew, or saw another life, though the log never lost its memory. */
    LIFE,
    /** The log's own numbers have a hole, or one stands in the wrong place. */
    NUMBERS,
    /** A post is in the log more than once. */
    DOUBLED,
    /** A post that was sent is not in the log. */
    LOST,
    /** A post is not at the number that was acknowledged. */
    MOVED,
    /** The archive is not what the log is. */
    ARCHIVE
  }

  public Finding {
    examples = List.copyOf(examples);
  }

  @Override
  public String toString() {
    return kind + " " + who + " (" + times + "): " + String.join("; ", examples);
  }
}
