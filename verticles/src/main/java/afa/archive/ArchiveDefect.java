package afa.archive;

/** Something that waiting does not heal: a person must act. Nothing is copied until then. */
final class ArchiveDefect extends RuntimeException {
  private static final long serialVersionUID = 1;

  ArchiveDefect(String message) {
    super(message);
  }

  ArchiveDefect(String message, Throwable cause) {
    super(message, cause);
  }
}
