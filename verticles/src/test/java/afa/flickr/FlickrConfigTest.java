package afa.flickr;

import static org.assertj.core.api.Assertions.assertThat;

import afa.config.Environment;
import afa.config.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlickrConfigTest {
  private final List<String> problems = new ArrayList<>();

  @Test
  void whatIsNotSaidHasItsDefault() {
    FlickrConfig config = read(Map.of("tags", List.of("#aeaconf")), Map.of("FLICKR_API_KEY", "k1"));
    assertThat(problems).isEmpty();
    assertThat(config.query()).isEqualTo(FlickrQuery.tagged(List.of("aeaconf")));
    assertThat(config.api()).hasToString("https://api.flickr.com");
    assertThat(config.feeds()).hasToString("https://www.flickr.com/services/feeds");
    assertThat(config.tuning()).isEqualTo(FlickrTuning.DEFAULT);
  }

  @Test
  void everythingCanBeSaid() {
    FlickrConfig config = read(
        Map.of(
            "tags",
            List.of("a", "-b"),
            "tagMode",
            "all",
            "text",
            "an event apart",
            "groups",
            List.of("1234567@N20"),
            "licenses",
            List.of("4", "9"),
            "every",
            60,
            "lookBackMinutes",
            90,
            "historyHours",
            48,
            "checkMinutes",
            10,
            "requestsPerHour",
            1_000),
        Map.of("FLICKR_API_KEY", "k1", "FLICKR_API_URL", "http://127.0.0.1:8070/"));
    assertThat(problems).isEmpty();
    assertThat(config.query().searches())
        .containsExactly(
            Map.of("tags", "a,-b", "tag_mode", "all"), Map.of("text", "an event apart"));
    assertThat(config.query().licenses()).containsExactlyInAnyOrder(4, 9);
    assertThat(config.api()).hasToString("http://127.0.0.1:8070");
    assertThat(config.tuning().every()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.tuning().checkEvery()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void noKeyIsNoProblemUnlessSomethingNeedsIt() {
    assertThat(read(Map.of("tags", "aeaconf"), Map.of()).hasKey()).isFalse();
    assertThat(problems).isEmpty();
    read(Map.of("text", "an event apart", "licenses", List.of("4")), Map.of());
    assertThat(problems).hasSize(2).allMatch(problem -> problem.contains("FLICKR_API_KEY"));
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    read(
        Map.of(
            "tags",
            List.of("-only", "a,b"),
            "tagMode",
            "some",
            "groups",
            List.of("the group"),
            "licenses",
            List.of("by-sa"),
            "every",
            5,
            "tag",
            "typo"),
        Map.of("FLICKR_API_KEY", "not a key", "FLICKR_API_URL", "flickr"));
    assertThat(problems)
        .anyMatch(problem -> problem.contains("\"a,b\" is not one tag"))
        .anyMatch(problem -> problem.contains("tagMode"))
        .anyMatch(problem -> problem.contains("\"the group\""))
        .anyMatch(problem -> problem.contains("by-sa"))
        .anyMatch(problem -> problem.contains("every = 5"))
        .anyMatch(problem -> problem.contains("tag = typo: unknown key"))
        .anyMatch(problem -> problem.contains("FLICKR_API_URL"))
        .anyMatch(problem -> problem.contains("FLICKR_API_KEY"))
        .noneMatch(problem -> problem.contains("not a key"));
  }

  @Test
  void whoWantsNothingIsAsked() {
    read(Map.of(), Map.of("FLICKR_API_KEY", "k1"));
    assertThat(problems).singleElement().asString().contains("expected tags");
    problems.clear();
    read(Map.of("tags", List.of("-a")), Map.of("FLICKR_API_KEY", "k1"));
    assertThat(problems).singleElement().asString().contains("exclude");
  }

  @Test
  void whoAsksMoreThanIsAllowedIsTold() {
    Map<String, Object> hasty = Map.of("tags", "a", "every", 10, "requestsPerHour", 400);
    read(hasty, Map.of("FLICKR_API_KEY", "k1"));
    assertThat(problems).singleElement().asString().contains("460 requests an hour");
  }

  @Test
  void theKeyIsInNoText() {
    assertThat(read(Map.of("tags", "a"), Map.of("FLICKR_API_KEY", "secret0")).toString())
        .doesNotContain("secret0");
  }

  private FlickrConfig read(Map<String, Object> flickr, Map<String, String> environment) {
    Section section = Section.root(Map.of("flickr", flickr), problems).section("flickr");
    return FlickrConfig.read(section, new Environment(environment));
  }
}
