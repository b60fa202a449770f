package afa.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import afa.config.Section;
import afa.feed.EventInfo;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyndicationConfigTest {
  private static final EventInfo EVENT = new EventInfo(
      "aea2026",
      "An Event Apart",
      "Europe/Berlin",
      LocalDateTime.parse("2026-05-24T08:00"),
      LocalDateTime.parse("2026-05-25T18:00"),
      null);

  private final List<String> problems = new ArrayList<>();

  @Test
  void whatThePlanShowsIsValid() {
    SyndicationConfig config =
        read(Map.of("urls", List.of("https://aneventapart.com/feed.xml"), "every", 300));
    assertThat(problems).isEmpty();
    assertThat(config.every()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.newerThan()).isEqualTo("2026-05-24T06:00:00Z");
    assertThat(config.parts())
        .isEqualTo(Map.of(
            "feeds:aneventapart.com/feed.xml", URI.create("https://aneventapart.com/feed.xml")));
  }

  @Test
  void severalFeedsAreSeveralPartsAndNoKeyIsShown() {
    SyndicationConfig config = read(Map.of(
        "urls",
        List.of(
            "https://a.example/feed/", "http://b.example:8080/x?key=secret",
            "http://b.example:8080/x?key=other", "https://a.example/feed/")));
    assertThat(config.parts().keySet())
        .hasSize(3)
        .contains("feeds:a.example/feed")
        .allMatch(part -> !part.contains("secret"))
        .anyMatch(part -> part.startsWith("feeds:b.example:8080/x~"));
  }

  @Test
  void everyProblemIsTold() {
    read(Map.of(
        "urls",
        List.of("ftp://a.example/x", "https://me:secret@a.example/"),
        "every",
        30,
        "newerThan",
        "yesterday",
        "contact",
        "a b",
        "evry",
        1));
    assertThat(problems)
        .hasSize(6)
        .anyMatch(p -> p.contains("ftp://a.example/x is not an address"))
        .anyMatch(p -> p.contains("holds a password"))
        .anyMatch(p -> p.startsWith("sources.feeds.every = 30"))
        .anyMatch(p -> p.startsWith("sources.feeds.newerThan"))
        .anyMatch(p -> p.startsWith("sources.feeds.contact"))
        .anyMatch(p -> p.startsWith("sources.feeds.evry"))
        .noneMatch(p -> p.contains("secret"));
  }

  @Test
  void aSourceWithoutFeedsIsAProblem() {
    read(Map.of());
    assertThat(problems).singleElement().asString().startsWith("sources.feeds.urls");
  }

  @Test
  void theContactIsToldToTheServers() {
    assertThat(read(Map.of("urls", "https://a.example/", "contact", "mailto:me@a.example"))
            .userAgent())
        .isEqualTo("AFeedApart (+mailto:me@a.example)");
  }

  @Test
  void beforeTheEventTheLastDayIsLookedAt() {
    SyndicationConfig config =
        read(Map.of("urls", "https://a.example/", "newerThan", "2026-05-20T00:00"));
    Instant early = Instant.parse("2026-05-01T00:00:00Z");
    assertThat(config.limit(early)).isEqualTo("2026-04-30T00:00:00Z");
    assertThat(config.limit(Instant.parse("2026-05-25T00:00:00Z")))
        .isEqualTo("2026-05-19T22:00:00Z");
  }

  private SyndicationConfig read(Map<String, Object> feeds) {
    Section file = Section.root(Map.of("sources", Map.of("feeds", feeds)), problems);
    return SyndicationConfig.read(EVENT, file.section("sources").section("feeds"));
  }
}
