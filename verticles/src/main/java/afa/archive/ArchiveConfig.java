package afa.archive;

import afa.config.Section;
import afa.message.ReadLog;
import java.time.Duration;

/**
 * How the log is copied.
 *
 * @param pageSize most updates in one transaction, 1 to {@link ReadLog#MAX_LIMIT}
 * @param gather how long updates gather after the bell, so that a burst costs few transactions
 * @param catchUpInterval how often the log is looked at without any bell
 */
public record ArchiveConfig(int pageSize, Duration gather, Duration catchUpInterval) {

  /** Reads the section, with defaults for what is absent. */
  public static ArchiveConfig read(Section archive) {
    ArchiveConfig config = new ArchiveConfig(
        archive.integer("pageSize", 500, 1, ReadLog.MAX_LIMIT),
        Duration.ofMillis(archive.integer("gatherMillis", 50, 0, 5_000)),
        archive.seconds("catchUpIntervalSeconds", 10, 1, 600));
    archive.end();
    return config;
  }
}
