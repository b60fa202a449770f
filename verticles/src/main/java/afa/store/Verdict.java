package afa.store;

import afa.feed.Position;

/** What is to be done with a log. */
sealed interface Verdict {

  /** It is whole: whatever waits may go on. */
  record Open(Position found) implements Verdict {}

  /** Nothing goes in and nothing out; asked again a little later. */
  record Wait(String why) implements Verdict {}

  /**
   * What is missing is put back.
   *
   * @param life whose updates these are; empty for a log that never was
   * @param head the last number to put back
   * @param keepsNumbers whether it stays that life; else a new one begins, and readers start over
   * @param why empty where nothing was lost
   */
  record Mend(String life, long head, boolean keepsNumbers, String why) implements Verdict {}
}
