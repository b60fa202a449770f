package afa.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import afa.mastodon.Instance.Access;
import afa.source.Backoff.Cause;
import afa.source.SourceProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MastodonAnswerTest {
  private static final MastodonServer QUAY =
      MastodonServer.parse("https://quay.example").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "400,REFUSED",
    "401,REFUSED",
    "403,REFUSED",
    "404,REFUSED",
    "422,REFUSED",
    "301,REFUSED",
    "429,LIMIT",
    "408,SERVER",
    "500,SERVER",
    "502,SERVER",
    "503,SERVER"
  })
  void aStatusDecidesHowLongIsWaited(int status, Cause cause) {
    SourceProblem problem = answer(status, Map.of(), "<html>").problem("quay.example");
    assertThat(problem.cause()).isEqualTo(cause);
    assertThat(problem.sentence()).contains("quay.example", Integer.toString(status));
  }

  @Test
  void aLimitTellsWhenItIsOver() {
    Map<String, String> spent =
        Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "2026-05-24T12:05:00.070144Z");
    Instant reset = Instant.parse("2026-05-24T12:05:00.070144Z");
    String body = "{\"error\":\"Too many requests\"}";
    SourceProblem problem = answer(429, spent, body).problem("quay.example");
    assertThat(problem.notBefore()).isEqualTo(reset);
    assertThat(problem.sentence()).endsWith("Too many requests");
    assertThat(answer(200, spent, "[]").spentUntil()).isEqualTo(reset);
    assertThat(answer(200, Map.of("x-ratelimit-remaining", "9"), "[]").spentUntil())
        .isNull();
    assertThat(answer(429, Map.of("x-ratelimit-reset", "1779624000"), "")
            .problem("q")
            .notBefore())
        .isNull();
  }

  @Test
  void pagesGoOnWhereTheHeaderSays() {
    PageLinks links = PageLinks.of("<https://quay.example/t?max_id=5&a=1>; rel=\"next\", "
        + "<https://quay.example/t?min_id=9>; rel=\"prev\"");
    assertThat(links)
        .isEqualTo(new PageLinks(
            "https://quay.example/t?max_id=5&a=1", "https://quay.example/t?min_id=9"));
    assertThat(PageLinks.of(null)).isEqualTo(new PageLinks(null, null));
    assertThat(PageLinks.of("<<>>; rel=, <x>;;; nonsense")).isEqualTo(new PageLinks(null, null));
  }

  @Test
  void idsThatTellTheTimeAreSteppedBackOthersAreNot() {
    String id = Long.toString(Instant.parse("2026-05-24T12:00:00Z").toEpochMilli() << 16);
    long back = Long.parseLong(StatusIds.before(id, Duration.ofMinutes(10)));
    assertThat(Instant.ofEpochMilli(back >> 16)).isEqualTo("2026-05-24T11:50:00Z");
    for (String other : new String[] {"9", "A1b2c3d4e5f6g7h8", "999999999999999999"}) {
      assertThat(StatusIds.before(other, Duration.ofMinutes(10))).isEqualTo(other);
    }
    assertThat(StatusIds.newer("99", "100")).isEqualTo("100");
    assertThat(StatusIds.newer("b2", "b1")).isEqualTo("b2");
    assertThat(StatusIds.newer(null, "1")).isEqualTo("1");
  }

  @Test
  void aServerSaysWhereItStreamsAndToWhom() {
    Instance instance =
        v2("{\"domain\":\"quay.example\",\"configuration\":{\"urls\":{\"streaming\":"
            + "\"wss://live.quay.example/\"},\"timelines_access\":{\"hashtag_feeds\":"
            + "{\"local\":\"authenticated\",\"remote\":\"disabled\"}}}}");
    assertThat(instance)
        .isEqualTo(new Instance("quay.example", "https://live.quay.example", Access.AUTHENTICATED));
    assertThat(instance.closed(QUAY)).contains("MASTODON_TOKEN");
    assertThat(instance.closed(QUAY.withToken("t"))).isNull();
    assertThat(v2("{}")).isEqualTo(Instance.unknown(QUAY));
    assertThat(v2("[]").streaming()).isEqualTo("https://quay.example");
  }

  @Test
  void aTokenNeverGoesToALessSafeAddress() {
    for (String url :
        new String[] {"ws://quay.example", "ftp://x", "javascript:x", "https://x y"}) {
      String json = "{\"configuration\":{\"urls\":{\"streaming\":\"" + url + "\"}}}";
      assertThat(v2(json).streaming()).isEqualTo("https://quay.example");
    }
  }

  @Test
  void theNewestIdsAreRemembered() {
    LocalIds ids = new LocalIds(2);
    ids.remember("1", "a");
    ids.remember("2", "b");
    ids.remember("2", "b");
    ids.remember("3", "c");
    assertThat(ids.uri("1")).isNull();
    assertThat(ids.id("a")).isNull();
    assertThat(ids.uri("3")).isEqualTo("c");
    ids.forget("3");
    assertThat(ids.id("c")).isNull();
    assertThat(ids.id("b")).isEqualTo("2");
  }

  private static Instance v2(String json) {
    return Instance.ofV2(MastodonJson.read(json).orElseThrow(), QUAY);
  }

  private static MastodonAnswer answer(int status, Map<String, String> headers, String body) {
    TreeMap<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    known.putAll(headers);
    return new MastodonAnswer(status, known::get, body);
  }
}
