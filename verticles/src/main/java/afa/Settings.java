package afa;

import afa.archive.ArchiveConfig;
import afa.config.Section;
import afa.config.YamlFile;
import afa.console.ConsoleConfig;
import afa.delivery.DeliveryConfig;
import afa.front.FrontConfig;
import afa.store.StoreConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

/**
 * conf/afa.yaml: what may be tuned, each with a default that suits a conference of some thousands.
 *
 * @param warmUp how long a node that could be ready goes on exercising what serves readers, as it
 *     does from the start; zero: not at all
 */
record Settings(
    Duration warmUp,
    FrontConfig front,
    DeliveryConfig delivery,
    ArchiveConfig archive,
    StoreConfig store,
    ConsoleConfig console) {

  /**
   * Reads the file; without one, the defaults.
   *
   * @throws afa.config.ConfigException naming every problem
   */
  static Settings read(Path file) {
    if (!Files.exists(file)) return read(Section.root(null, new ArrayList<>()));
    return YamlFile.read(file, Settings::read);
  }

  private static Settings read(Section settings) {
    return new Settings(
        warmUp(settings.section("start")),
        FrontConfig.read(settings.section("front")),
        DeliveryConfig.read(settings.section("delivery")),
        ArchiveConfig.read(settings.section("archive")),
        StoreConfig.read(settings.section("store")),
        ConsoleConfig.read(settings.section("console")));
  }

  private static Duration warmUp(Section start) {
    Duration warmUp = Duration.ofMillis(start.integer("warmUpMillis", 2_500, 0, 60_000));
    start.end();
    return warmUp;
  }
}
