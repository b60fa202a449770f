package afa.x;

import afa.source.Backoff.Cause;
import afa.x.XProblem.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/**
 * An answer of X, whole.
 *
 * @param body at most some megabytes
 */
record XAnswer(int status, Headers headers, String body) {

  /**
   * The header of an answer.
   *
   * @param values by name without regard to case, null where there is none
   */
  record Headers(Function<String, String> values) {

    /** The time at X when it answered, to the second; empty where X does not say. */
    Optional<Instant> date() {
      String date = values.apply("Date");
      if (date == null) return Optional.empty();
      try {
        return Optional.of(
            ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeException unreadable) {
        return Optional.empty();
      }
    }

    /** When requests are let in again; empty while some are left. */
    Optional<Instant> reset() {
      String reset = values.apply("x-rate-limit-reset");
      boolean spent = "0".equals(values.apply("x-rate-limit-remaining"));
      boolean readable = reset != null && reset.matches("[0-9]{1,11}");
      return spent && readable
          ? Optional.of(Instant.ofEpochSecond(Long.parseLong(reset)))
          : Optional.empty();
    }
  }

  boolean isGood() {
    return status == 200 || status == 201;
  }

  /** The object that a good answer must be. */
  Optional<JsonNode> json() {
    return XJson.object(body);
  }

  /** What is wrong, by status and body; the body may be HTML, or nothing. */
  XProblem problem() {
    JsonNode json = json().orElse(null);
    if (json == null) return timed(XProblem.of(byStatus(), "HTTP " + status));
    JsonNode first = json.path("errors").path(0);
    boolean wrapped = XJson.text(json, "type").isEmpty() && first.isObject();
    return timed(XProblem.of(wrapped ? first : json, byStatus()));
  }

  private Kind byStatus() {
    return switch (status) {
      case 401, 403 -> Kind.FORBIDDEN;
      case 409 -> Kind.NO_RULES;
      case 420, 429 -> Kind.RATE_LIMITED;
      default -> status >= 300 && status < 500 ? Kind.BAD_REQUEST : Kind.SERVER;
    };
  }

  /** With requests left, a 429 is about something else than their number. */
  private XProblem timed(XProblem problem) {
    if (problem.kind().cause != Cause.LIMIT) return problem;
    return headers.reset().map(problem::notBefore).orElse(problem);
  }
}
