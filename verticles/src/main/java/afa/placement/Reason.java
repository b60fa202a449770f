package afa.placement;

/**
 * Why a post was placed somewhere.
 *
 * @param weight what it adds to the odds, as a natural logarithm; negative where it speaks against
 * @param sentence for an organiser's eyes, without full stop
 */
public record Reason(Kind kind, double weight, String sentence) {

  /** What kind of sign it is. */
  public enum Kind {
    TIME,
    ROOM,
    TAG,
    HANDLE,
    NAME,
    AUTHOR,
    ANSWER,
    BEFORE,
    WORDS,
    /** An organiser said so. */
    CORRECTION
  }
}
