package afa.export.folder;

/** What was asked for cannot be done as things are; the message says what a person can change. */
public final class FolderRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  FolderRefused(String message) {
    super(message);
  }

  FolderRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
