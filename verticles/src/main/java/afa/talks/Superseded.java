package afa.talks;

/** Another node keeps the talks by now: asking again is of no use. */
final class Superseded extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** @param newest number of the owner who does */
  Superseded(String event, long fence, long newest) {
    super(
        "late write refused: event=" + event + " source=talks fence=" + fence + " newest=" + newest,
        null,
        false,
        false);
  }
}
