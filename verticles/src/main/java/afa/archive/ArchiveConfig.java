package afa.archive;

import afa.config.Section;
import afa.feed.Phase;
import afa.message.ReadLog;
import java.time.Duration;

/**
 * How the log is copied.
 *
 * @param pageSize most updates in one transaction, 1 to {@link ReadLog#MAX_LIMIT}
 * @param gather how long updates gather after the bell, so that a burst costs few transactions
 * @param catchUpInterval how often the log is looked at without any bell
 * @param windDown how long an event is followed after its end
 */
public record ArchiveConfig(
    int pageSize, Duration gather, Duration catchUpInterval, Duration windDown) {

  /** One that waits as long as usual after the end of an event. */
  ArchiveConfig(int pageSize, Duration gather, Duration catchUpInterval) {
    this(pageSize, gather, catchUpInterval, Phase.WIND_DOWN_TIME);
  }

  /** Reads the section, with defaults for what is absent. */
  public static ArchiveConfig read(Section archive) {
    ArchiveConfig config = new ArchiveConfig(
        archive.integer("pageSize", 500, 1, ReadLog.MAX_LIMIT),
        Duration.ofMillis(archive.integer("gatherMillis", 50, 0, 5_000)),
        archive.seconds("catchUpIntervalSeconds", 10, 1, 600),
        Duration.ofDays(
            archive.integer("windDownDays", (int) Phase.WIND_DOWN_TIME.toDays(), 0, 10_000)));
    archive.end();
    return config;
  }
}
