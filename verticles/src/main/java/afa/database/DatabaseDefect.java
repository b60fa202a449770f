package afa.database;

/** Something that waiting does not heal: a person must act. Nothing is written until then. */
public final class DatabaseDefect extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DatabaseDefect(String message) {
    super(message);
  }

  public DatabaseDefect(String message, Throwable cause) {
    super(message, cause);
  }
}
