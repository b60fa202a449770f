package afa.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import afa.config.Environment;
import afa.config.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlueskyConfigTest {
  private final List<String> problems = new ArrayList<>();

  @Test
  void whatThePlanShowsIsValid() {
    BlueskyConfig config =
        read(Map.of("tags", List.of("#aea"), "words", List.of("an event apart")), Map.of());
    assertThat(problems).isEmpty();
    assertThat(config.tags()).containsExactly("aea");
    assertThat(config.words()).containsExactly("an event apart");
    assertThat(config.replies()).isTrue();
    assertThat(config.api()).isEqualTo("https://public.api.bsky.app");
    assertThat(config.cdn()).isEqualTo("https://cdn.bsky.app");
    assertThat(config.tuning().lookBack()).isEqualTo(Duration.ofHours(1));
    assertThat(config.jetstreams())
        .hasSize(4)
        .allSatisfy(jetstream -> assertThat(jetstream.address().toString()).endsWith("/subscribe"));
  }

  @Test
  void theNewFormatHasInstancesOfItsOwn() {
    BlueskyConfig config = read(Map.of("tags", "aea", "format", "v2"), Map.of());
    assertThat(problems).isEmpty();
    assertThat(config.jetstreams())
        .hasSize(2)
        .allSatisfy(jetstream -> assertThat(jetstream.format()).isEqualTo(JetstreamUrl.Format.V2));
  }

  @Test
  void addressesComeFromTheEnvironment() {
    BlueskyConfig config = read(
        Map.of("tags", "aea"),
        Map.of(
            "BLUESKY_JETSTREAM_URL", "ws://127.0.0.1:1/a, http://127.0.0.1:2/b/",
            "BLUESKY_API_URL", "http://127.0.0.1:3/",
            "BLUESKY_CDN_URL", "http://127.0.0.1:4"));
    assertThat(problems).isEmpty();
    assertThat(config.jetstreams())
        .extracting(url -> url.address().toString())
        .containsExactly("ws://127.0.0.1:1/a/subscribe", "ws://127.0.0.1:2/b/subscribe");
    assertThat(config.api()).isEqualTo("http://127.0.0.1:3");
    assertThat(config.cdn()).isEqualTo("http://127.0.0.1:4");
  }

  @Test
  void everyProblemIsToldAtOnce() {
    read(
        Map.of("tags", List.of("two words"), "words", "!!", "format", "v3", "replies", 7, "x", 1),
        Map.of("BLUESKY_JETSTREAM_URL", "nowhere", "BLUESKY_API_URL", "ftp://x"));
    assertThat(problems)
        .hasSize(7)
        .anyMatch(p -> p.contains("two words"))
        .anyMatch(p -> p.startsWith("sources.bluesky.words"))
        .anyMatch(p -> p.startsWith("sources.bluesky.format"))
        .anyMatch(p -> p.startsWith("sources.bluesky.replies"))
        .anyMatch(p -> p.startsWith("sources.bluesky.x = 1: unknown key"))
        .anyMatch(p -> p.contains("BLUESKY_JETSTREAM_URL"))
        .anyMatch(p -> p.contains("BLUESKY_API_URL"));
  }

  @Test
  void nothingToLookForIsAProblem() {
    read(Map.of(), Map.of());
    assertThat(problems).singleElement().asString().startsWith("sources.bluesky.tags");
  }

  private BlueskyConfig read(Map<String, Object> bluesky, Map<String, String> environment) {
    Section file = Section.root(Map.of("sources", Map.of("bluesky", bluesky)), problems);
    return BlueskyConfig.read(
        file.section("sources").section("bluesky"), new Environment(environment));
  }
}
