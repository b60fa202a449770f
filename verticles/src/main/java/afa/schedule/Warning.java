package afa.schedule;

/**
 * What was odd in a schedule, and what was done about it.
 *
 * @param where {@code line 12} or a path such as {@code days[0].Hall 1[3]}
 * @param talk title of the entry, empty where it has none
 * @param what a sentence without its full stop
 */
public record Warning(String where, String talk, String what) {

  /** {@code line 12, "Grids": has no end; 30 minutes are assumed}. */
  public String sentence() {
    return where + (talk.isEmpty() ? "" : ", \"" + talk + "\"") + ": " + what;
  }
}
