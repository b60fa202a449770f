package afa.mastodon;

import afa.source.Backoff.Cause;
import afa.source.PlainText;
import afa.source.SourceProblem;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An answer of a server, whole.
 *
 * @param headers by name without regard to case, null where there is none
 */
record MastodonAnswer(int status, UnaryOperator<String> headers, String body) {
  private static final int MOST_DETAIL = 160;

  boolean isGood() {
    return status == 200;
  }

  /** Whether asking again would bring the same. */
  boolean isRefused() {
    return cause() == Cause.REFUSED && !isGood();
  }

  Optional<JsonNode> json() {
    return MastodonJson.read(body);
  }

  /** What is wrong; servers may send their proxy's page instead of JSON. */
  SourceProblem problem(String server) {
    String said = json()
        .map(json -> PlainText.label(MastodonJson.text(json, "error"), MOST_DETAIL))
        .orElse("");
    String sentence =
        server + " " + meaning() + " (HTTP " + status + ")" + (said.isEmpty() ? "" : ": " + said);
    Cause cause = cause();
    return new SourceProblem(cause, sentence, cause == Cause.LIMIT ? reset() : null);
  }

  private Cause cause() {
    if (status == 429) return Cause.LIMIT;
    boolean isOurs = status >= 300 && status < 500 && status != 408;
    return isOurs ? Cause.REFUSED : Cause.SERVER;
  }

  private String meaning() {
    return switch (status) {
      case 401, 403, 422 -> "does not let this be read: look at " + MastodonTokens.VARIABLE;
      case 404, 410 -> "does not have what is asked for";
      case 429 -> "asks for fewer requests";
      default -> status >= 500 ? "is in trouble" : "does not understand what is asked";
    };
  }

  /** When requests are let in again, an ISO time; null where it does not say. */
  private Instant reset() {
    try {
      String reset = headers.apply("X-RateLimit-Reset");
      return reset == null ? null : OffsetDateTime.parse(reset).toInstant();
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  /** When to ask again if this was the last request that is let in, else null. */
  Instant spentUntil() {
    return "0".equals(headers.apply("X-RateLimit-Remaining")) ? reset() : null;
  }
}
