package afa.library;

/** PostgreSQL gave up a question that would have kept it busy for too long. */
public final class TooSlow extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooSlow() {
    super(
        "the question was given up after " + Library.STATEMENT_SECONDS + " s", null, false, false);
  }
}
