package afa.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SectionTest {
  private final Path folder;

  SectionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void anEventFileIsReadAsItIsWritten() throws Exception {
    EventConfig config = read(
        """
        event: aea2026
        name: An Event Apart 2026
        timeZone: America/Los_Angeles
        from: 2026-05-24T08:00
        to: 2026-05-25T18:00
        schedule: aea2026.schedule.json
        hashtag: "#aea"
        sources:
          x: { rules: ["(#aea OR #aneventapart) -is:retweet"], postsPerDay: 5000 }
        """);
    assertThat(config.event()).isEqualTo("aea2026");
    assertThat(config.info().from()).isEqualTo("2026-05-24T08:00");
    assertThat(config.info().timeZone()).isEqualTo("America/Los_Angeles");
    assertThat(config.info().schedule()).isEqualTo("aea2026.schedule.json");
    assertThat(config.info().hashtag()).isEqualTo("aea");
    assertThat(config.sources()).containsOnlyKeys("x");
    assertThat(config.sources().values().iterator().next().texts("rules"))
        .containsExactly("(#aea OR #aneventapart) -is:retweet");
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    assertThatThrownBy(
            () -> read(
                """
            event: Aea 2026
            timeZone: Mars/Olympus
            from: 2026-05-24
            to: 2026-05-25T18:00
            colour: red
            sources:
              twitter: { rules: [a] }
            """))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("has 6 problems")
        .hasMessageContaining(
            "- event = Aea 2026: expected 1 to 63 lower-case letters, digits or '-'")
        .hasMessageContaining("- name is missing: expected the name of the event")
        .hasMessageContaining(
            "- timeZone = Mars/Olympus: expected an IANA time zone such as Europe/Berlin")
        .hasMessageContaining(
            "- from = 2026-05-24: expected a date and time without zone such as 2026-05-24T08:00")
        .hasMessageContaining(
            "- colour = red: unknown key; known here: [event, from, hashtag, name, schedule, sources, timeZone, to]")
        .hasMessageContaining("- sources.twitter = {rules=[a]}: unknown key; known here: [x]");
  }

  @Test
  void anEventThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(
            () -> read(
                """
            event: aea2026
            name: An Event Apart 2026
            timeZone: UTC
            from: 2026-05-26T08:00
            to: 2026-05-25T18:00
            """))
        .hasMessageContaining(
            "to: the event ends (2026-05-25T18:00) before it begins (2026-05-26T08:00)");
  }

  @Test
  void whatIsNotYamlOrNotThereIsSaid() throws Exception {
    assertThatThrownBy(() -> read("event: [")).hasMessageContaining("not YAML");
    assertThatThrownBy(() -> read("event: a\nevent: b\n"))
        .hasMessageContaining("duplicate key event");
    assertThatThrownBy(() -> read("just words")).hasMessageContaining("expected keys and values");
    assertThatThrownBy(() -> YamlFile.read(folder.resolve("absent.yaml"), SectionTest::config))
        .hasMessageContaining("no such file");
    Files.write(folder.resolve("latin1.yaml"), new byte[] {'a', ':', (byte) 0xE4});
    assertThatThrownBy(() -> YamlFile.read(folder.resolve("latin1.yaml"), SectionTest::config))
        .hasMessageContaining("not a text in UTF-8");
  }

  @Test
  void aHugeDocumentOfAliasesIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
    }
    assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(ConfigException.class);
  }

  private EventConfig read(String yaml) throws Exception {
    return YamlFile.read(
        Files.writeString(folder.resolve("event.yaml"), yaml), SectionTest::config);
  }

  private static EventConfig config(Section file) {
    return EventConfig.read(file, Set.of("x"));
  }
}
