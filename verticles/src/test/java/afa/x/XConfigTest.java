package afa.x;

import static org.assertj.core.api.Assertions.assertThat;

import afa.config.Environment;
import afa.config.Section;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class XConfigTest {
  private static final Map<String, String> TOKEN = Map.of("X_BEARER_TOKEN", "AAAA%2Bsecret");

  private final List<String> problems = new ArrayList<>();

  @Test
  void whatThePlanShowsIsValid() {
    XConfig config = read(
        Map.of("rules", List.of("(#aea OR #aneventapart) -is:retweet"), "postsPerDay", 5000),
        TOKEN);
    assertThat(problems).isEmpty();
    assertThat(config.rules()).containsExactly("(#aea OR #aneventapart) -is:retweet");
    assertThat(config.limit().perDay()).isEqualTo(5000);
    assertThat(config.api()).isEqualTo(URI.create("https://api.x.com"));
    assertThat(config.tuning().stall()).isEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void aMissingTokenIsNamedWithItsSource() {
    read(Map.of("rules", List.of("#aea")), Map.of());
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("sources.x")
        .contains("source X")
        .contains("X_BEARER_TOKEN");
  }

  @Test
  void aTokenThatWouldBreakTheHeaderIsRefusedAndNotShown() {
    read(Map.of("rules", List.of("#aea")), Map.of("X_BEARER_TOKEN", "secret\r\nX-Evil: 1"));
    assertThat(problems).singleElement().asString().doesNotContain("secret");
  }

  @Test
  void theTokenIsInNoText() {
    XConfig config = read(Map.of("rules", List.of("#aea")), TOKEN);
    assertThat(config.token()).isEqualTo("AAAA%2Bsecret");
    assertThat(config.toString()).contains("#aea").doesNotContain("secret");
  }

  @Test
  void everyProblemIsToldAtOnce() {
    read(
        Map.of("rules", List.of(), "postsPerDay", -1, "stallSeconds", 5, "rulez", 1),
        Map.of("X_API_URL", "x.com"));
    assertThat(problems)
        .hasSize(6)
        .anyMatch(p -> p.startsWith("sources.x.rules: "))
        .anyMatch(p -> p.startsWith("sources.x.postsPerDay = -1"))
        .anyMatch(p -> p.startsWith("sources.x.stallSeconds = 5"))
        .anyMatch(p -> p.startsWith("sources.x.rulez = 1: unknown key"))
        .anyMatch(p -> p.contains("X_API_URL"))
        .anyMatch(p -> p.contains("X_BEARER_TOKEN"));
  }

  @Test
  void rulesAreBoundedInNumberAndLength() {
    read(Map.of("rules", IntStream.range(0, 1001).mapToObj(i -> "#r" + i).toList()), TOKEN);
    read(Map.of("rules", List.of("#aea " + "y".repeat(1020))), TOKEN);
    assertThat(problems).hasSize(2).allMatch(p -> p.startsWith("sources.x.rules: "));
  }

  @Test
  void anotherServerTakesThePlaceOfX() {
    Map<String, String> environment =
        Map.of("X_BEARER_TOKEN", "t", "X_API_URL", "http://127.0.0.1:8099/");
    assertThat(read(Map.of("rules", "#aea"), environment).api())
        .isEqualTo(URI.create("http://127.0.0.1:8099"));
    assertThat(problems).isEmpty();
  }

  private XConfig read(Map<String, Object> x, Map<String, String> environment) {
    Section file = Section.root(Map.of("sources", Map.of("x", x)), problems);
    return XConfig.read(file.section("sources").section("x"), new Environment(environment));
  }
}
