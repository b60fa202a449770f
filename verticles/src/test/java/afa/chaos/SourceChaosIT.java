package afa.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import afa.servers.DataDirectory;
import afa.servers.FreePort;
import afa.servers.UnpackedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./afa chaos sources}, short and with a seed. Against simulators. */
final class SourceChaosIT {
  private static final long SEED = 20_261_123;

  @TempDir(factory = DataDirectory.class)
  private Path home;

  @Test
  void fiveNetworksMisbehaveTheNodeIsKilledAndNothingIsLostOrClaimedFalsely() throws Exception {
    UnpackedPostgres.link(Files.createDirectories(home.resolve("data")));
    Verdict verdict = SourceChaos.run(new SourceChaos.Plan(
        List.of("x", "mastodon", "bluesky", "flickr", "feeds"),
        SEED,
        Duration.ofSeconds(25),
        1,
        5,
        Duration.ofSeconds(2),
        Duration.ofMinutes(4),
        home,
        FreePort.find(),
        FreePort.findRow(10)));
    assertThat(verdict.isRight()).as(verdict.text()).isTrue();
  }
}
