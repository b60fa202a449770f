package afa.schedule;

/** The file is none that can be read; the message says why, as the end of a sentence. */
public final class NotASchedule extends Exception {
  private static final long serialVersionUID = 1;

  public NotASchedule(String message) {
    super(message);
  }
}
