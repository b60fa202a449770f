package afa.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import afa.config.Environment;
import afa.config.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MastodonConfigTest {
  private static final Map<String, Object> USUAL =
      Map.of("servers", List.of("https://quay.example/", "pier.example"), "tags", List.of("#aea"));

  private final List<String> problems = new ArrayList<>();

  @Test
  void serversAndTagsAreEnough() {
    MastodonConfig config = read(USUAL, Map.of());
    assertThat(problems).isEmpty();
    assertThat(config.servers())
        .extracting(MastodonServer::toString)
        .containsExactly("https://quay.example", "https://pier.example");
    assertThat(config.tags()).containsExactly("aea");
    assertThat(config.servers()).noneMatch(MastodonServer::hasToken);
    assertThat(config.tuning().every()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void oneTokenIsTheFirstServers() {
    MastodonConfig config = read(USUAL, Map.of("MASTODON_TOKEN", "s3cret-_="));
    assertThat(config.servers()).extracting(MastodonServer::token).containsExactly("s3cret-_=", "");
    assertThat(config.toString()).doesNotContain("s3cret");
  }

  @Test
  void severalTokensNameTheirServers() {
    MastodonConfig config =
        read(USUAL, Map.of("MASTODON_TOKEN", "pier.example=s3cret, Quay.example=0ther"));
    assertThat(config.servers())
        .extracting(MastodonServer::token)
        .containsExactly("0ther", "s3cret");
    assertThat(problems).isEmpty();
  }

  @Test
  void theEnvironmentReplacesTheServers() {
    String urls = "http://127.0.0.1:8070/mastodon/one/,http://127.0.0.1:8070/mastodon/two";
    MastodonConfig config = read(USUAL, Map.of("MASTODON_URL", urls));
    assertThat(config.servers())
        .extracting(MastodonServer::name)
        .containsExactly("127.0.0.1:8070/mastodon/one", "127.0.0.1:8070/mastodon/two");
    assertThat(config.part(config.servers().get(1), "aea"))
        .isEqualTo("mastodon:127.0.0.1:8070/mastodon/two");
  }

  @Test
  void anotherServerLeavesTheNameOfAPartAsItIs() {
    MastodonServer server = MastodonServer.parse("https://quay.example").orElseThrow();
    String one = part(List.of(server), List.of("aea"));
    assertThat(one).isEqualTo("mastodon:quay.example");
    assertThat(part(List.of(server), List.of("aea", "b"))).isEqualTo("mastodon:quay.example#aea");
    assertThat(part(List.of(server, server), List.of("aea"))).isEqualTo("mastodon:quay.example");
  }

  private static String part(List<MastodonServer> servers, List<String> tags) {
    return new MastodonConfig(servers, tags, OptOuts.RESPECT, MastodonTuning.DEFAULT)
        .part(servers.get(0), "aea");
  }

  @Test
  void everyProblemIsNamedAndNoneTellsASecret() {
    read(
        Map.of(
            "servers",
            List.of("ftp://quay.example", "https://a b"),
            "tags",
            List.of("two words", "123"),
            "optOuts",
            "perhaps",
            "bots",
            "no",
            "every",
            1,
            "color",
            "red"),
        Map.of());
    assertThat(String.join("\n", problems))
        .contains("ftp://quay.example", "https://a b", "two words", "123", "perhaps", "bots")
        .contains("every", "color");
    problems.clear();
    read(USUAL, Map.of("MASTODON_TOKEN", "elsewhere.example=s3cret,s3cr\u00e9t"));
    assertThat(problems).hasSize(2);
    assertThat(String.join("\n", problems)).contains("elsewhere.example").doesNotContain("s3cr");
    problems.clear();
    read(Map.of(), Map.of());
    assertThat(problems).hasSize(2);
  }

  private MastodonConfig read(Map<String, Object> settings, Map<String, String> variables) {
    return MastodonConfig.read(Section.root(settings, problems), new Environment(variables));
  }
}
