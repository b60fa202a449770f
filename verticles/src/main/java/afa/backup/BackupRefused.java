package afa.backup;

/** What was asked for cannot be done as things are; the message says what a person can change. */
public final class BackupRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  BackupRefused(String message) {
    super(message);
  }

  BackupRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
