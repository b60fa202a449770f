package afa.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import afa.chaos.checker.Finding;
import afa.chaos.checker.Finding.Kind;
import afa.servers.DataDirectory;
import afa.servers.UnpackedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./afa chaos}, short and with a seed. */
final class ClusterChaosIT {
  private static final long SEED = 20_261_123;
  private static final Duration NEVER = Duration.ofHours(1);

  @TempDir(factory = DataDirectory.class)
  private Path home;

  @BeforeEach
  void unpackOnce() throws Exception {
    UnpackedPostgres.link(Files.createDirectories(home.resolve("data")));
  }

  @Test
  void nodesServersAndConnectionsDieAndEveryReaderHasEveryUpdateOnce() throws Exception {
    ClusterVerdict verdict = ClusterChaos.run(new ClusterPlan(
        List.of("mastodon", "bluesky"),
        SEED,
        Duration.ofSeconds(45),
        Duration.ofSeconds(4),
        Duration.ofSeconds(10),
        Duration.ofMinutes(2),
        60,
        20,
        Set.of(),
        home));
    assertThat(verdict.isRight()).as(verdict.text()).isTrue();
  }

  @Test
  void eachMistakePutInOnPurposeIsFound() throws Exception {
    ClusterVerdict verdict = ClusterChaos.run(new ClusterPlan(
        List.of("bluesky"),
        SEED,
        Duration.ofSeconds(10),
        NEVER,
        Duration.ofSeconds(3),
        Duration.ofSeconds(20),
        20,
        20,
        EnumSet.allOf(Bug.class),
        home));
    assertThat(verdict.isRight()).isFalse();
    assertThat(verdict.report().findings())
        .as(verdict.text())
        .extracting(Finding::kind)
        .contains(
            Kind.MISSING, // lose
            Kind.REPEATED, // double
            Kind.OUT_OF_ORDER, // swap
            Kind.DOUBLED, // late-owner
            Kind.CONTENT, // rewrite
            Kind.ARCHIVE); // forget
  }
}
