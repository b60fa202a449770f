package afa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import afa.config.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchiveConfigTest {
  private final List<String> problems = new ArrayList<>();

  @Test
  void nothingSaidMeansDefaults() {
    assertThat(read(Map.of()))
        .isEqualTo(new ArchiveConfig(500, Duration.ofMillis(50), Duration.ofSeconds(10)));
    assertThat(problems).isEmpty();
  }

  @Test
  void everyProblemIsNamed() {
    read(Map.of("pageSize", 0, "flushInterval", "2s"));
    assertThat(problems)
        .containsExactly(
            "pageSize = 0: expected a whole number from 1 to 1000",
            "flushInterval = 2s: unknown key; known here: [catchUpIntervalSeconds, gatherMillis,"
                + " pageSize, windDownDays]");
  }

  private ArchiveConfig read(Map<String, Object> archive) {
    return ArchiveConfig.read(Section.root(archive, problems));
  }
}
