package afa.export.folder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A talk as pages of the folder name it.
 *
 * @param file its page, from the top of the folder
 * @param label its time at the venue
 * @param state empty, {@code cancelled} or {@code not on the schedule any more}
 */
record TalkSheet(
    String talk,
    String file,
    String title,
    String room,
    Instant start,
    String label,
    String state) {
  private static final String PLAIN = "[A-Za-z0-9_-]{1,80}";

  /** A file that no other talk has. */
  static String file(String talk) {
    String name = talk.matches(PLAIN) ? talk : Checksums.of(talk.getBytes(StandardCharsets.UTF_8));
    return "talks/" + name + ".html";
  }
}
