package afa.x;

import static org.assertj.core.api.Assertions.assertThat;

import afa.x.XProblem.Kind;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XAnswerTest {
  private static final Map<String, String> SPENT =
      Map.of("x-rate-limit-remaining", "0", "x-rate-limit-reset", "1795336200");
  private static final Map<String, String> SOME_LEFT =
      Map.of("x-rate-limit-remaining", "47", "x-rate-limit-reset", "1795336200");

  @Test
  void tooManyRequestsWaitUntilTheLimitIsReset() {
    XProblem problem =
        problem(429, SPENT, "{\"title\":\"Too Many Requests\",\"type\":\"about:blank\"}");
    assertThat(problem.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(problem.notBefore()).isEqualTo(Instant.ofEpochSecond(1795336200));
  }

  @Test
  void tooManyConnectionsHaveNothingToDoWithTheLimit() {
    XProblem problem = problem(
        429,
        SOME_LEFT,
        "{\"connection_issue\":\"TooManyConnections\",\"type\":\"/problems/streaming-connection\"}");
    assertThat(problem.kind()).isEqualTo(Kind.TOO_MANY_CONNECTIONS);
    assertThat(problem.notBefore()).isNull();
  }

  @Test
  void aUsageCapNeedsAPerson() {
    assertThat(kind(
            429, "{\"type\":\"https://api.x.com/2/problems/usage-capped\",\"period\":\"Monthly\"}"))
        .isEqualTo(Kind.USAGE_CAPPED);
  }

  @Test
  void theOldFormOfErrorsIsUnderstood() {
    XProblem problem =
        problem(429, Map.of(), "{\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]}");
    assertThat(problem.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(problem.sentence()).contains("Rate limit exceeded");
  }

  @Test
  void statusDecidesWhereTheBodySaysNothing() {
    for (String body : new String[] {"", "<html>", "[]", "{}", "{\"errors\":[]}"}) {
      assertThat(kind(503, body)).isEqualTo(Kind.SERVER);
      assertThat(kind(409, body)).isEqualTo(Kind.NO_RULES);
      assertThat(kind(401, body)).isEqualTo(Kind.FORBIDDEN);
      assertThat(kind(403, body)).isEqualTo(Kind.FORBIDDEN);
      assertThat(kind(404, body)).isEqualTo(Kind.BAD_REQUEST);
      assertThat(kind(400, body)).isEqualTo(Kind.BAD_REQUEST);
      assertThat(kind(302, body)).isEqualTo(Kind.BAD_REQUEST);
      assertThat(kind(429, body)).isEqualTo(Kind.RATE_LIMITED);
    }
  }

  @Test
  void aStreamWithoutRulesIsRepaired() {
    assertThat(kind(
            409,
            "{\"type\":\"https://api.twitter.com/2/problems/streaming-connection\","
                + "\"connection_issue\":\"RuleConfigurationIssue\"}"))
        .isEqualTo(Kind.NO_RULES);
  }

  @Test
  void whatXSaysIsToldInBoundedLength() {
    XProblem problem = problem(400, Map.of(), "{\"detail\":\"" + "y".repeat(10_000) + "\"}");
    assertThat(problem.sentence().length()).isLessThan(400);
  }

  @Test
  void theTimeAtXComesWithItsAnswers() {
    assertThat(answer(200, Map.of("Date", "Sun, 24 May 2026 12:00:00 GMT"), "")
            .headers()
            .date())
        .contains(Instant.parse("2026-05-24T12:00:00Z"));
    assertThat(answer(200, Map.of("Date", "noon"), "").headers().date()).isEmpty();
    assertThat(answer(200, Map.of(), "").headers().date()).isEmpty();
  }

  private static Kind kind(int status, String body) {
    return problem(status, Map.of(), body).kind();
  }

  private static XProblem problem(int status, Map<String, String> headers, String body) {
    return answer(status, headers, body).problem();
  }

  private static XAnswer answer(int status, Map<String, String> headers, String body) {
    return new XAnswer(status, new XAnswer.Headers(headers::get), body);
  }
}
