package afa.store;

import afa.config.Section;
import afa.feed.Phase;
import java.time.Duration;

/**
 * What a store does when it cannot be sure that a log is whole.
 *
 * @param archivePatience how long an archive that is away is waited for, before a log begins a new
 *     life without it
 * @param meetPatience the same while no archive was ever heard of
 * @param listen how long others may take to say what they have seen
 * @param windDown how long after its end the log of an event is looked at without a reason
 */
public record StoreConfig(
    Duration archivePatience, Duration meetPatience, Duration listen, Duration windDown) {
  /** Of a store that is alone: nobody else is waited for. */
  public static final StoreConfig ALONE =
      new StoreConfig(Duration.ofSeconds(60), Duration.ZERO, Duration.ZERO, Phase.WIND_DOWN_TIME);

  /** Reads the section, with defaults for what is absent. */
  public static StoreConfig read(Section store) {
    StoreConfig config = new StoreConfig(
        store.seconds("archivePatienceSeconds", 60, 0, 86_400),
        store.seconds("meetPatienceSeconds", 5, 0, 600),
        store.seconds("listenSeconds", 1, 0, 60),
        Phase.WIND_DOWN_TIME);
    store.end();
    return config;
  }

  /** The same on a node that has an archive of its own, which is sure to come. */
  public StoreConfig withArchive() {
    return new StoreConfig(archivePatience, archivePatience, listen, windDown);
  }

  /** The same with the time that people go on posting. */
  public StoreConfig windingDown(Duration time) {
    return new StoreConfig(archivePatience, meetPatience, listen, time);
  }
}
