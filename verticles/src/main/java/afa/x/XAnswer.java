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
 * @param header values by name, empty where there is none
 * @param body at most some megabytes
 */
record XAnswer(int status, Function<String, String> header, String body) {

  boolean isGood() {
    return status == 200 || status == 201;
  }

  /** The time at X when it answered, to the second; empty where X does not say. */
  Optional<Instant> date() {
    return date(header);
  }

  static Optional<Instant> date(Function<String, String> header) {
    try {
      String date = header.apply("Date");
      return date == null
          ? Optional.empty()
          : Optional.of(
              ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** What is wrong, by status and body; the body may be HTML, or nothing. */
  XProblem problem() {
    JsonNode json = XJson.object(body).orElse(null);
    Kind byStatus = byStatus();
    if (json == null) return told(XProblem.of(byStatus, "HTTP " + status));
    JsonNode first = json.path("errors").path(0);
    boolean wrapped = XJson.text(json, "type").isEmpty() && first.isObject();
    return told(XProblem.of(wrapped ? first : json, byStatus));
  }

  private Kind byStatus() {
    return switch (status) {
      case 401, 403 -> Kind.FORBIDDEN;
      case 409 -> Kind.NO_RULES;
      case 429, 420 -> Kind.RATE_LIMITED;
      default -> status >= 300 && status < 500 ? Kind.BAD_REQUEST : Kind.SERVER;
    };
  }

  /** With requests left, a 429 is about something else than their number. */
  private XProblem told(XProblem problem) {
    boolean spent = "0".equals(header.apply("x-rate-limit-remaining"));
    String reset = header.apply("x-rate-limit-reset");
    boolean limited = problem.kind().cause == Cause.LIMIT;
    boolean readable = reset != null && reset.matches("[0-9]{1,11}");
    if (!limited || !spent || !readable) return problem;
    return problem.notBefore(Instant.ofEpochSecond(Long.parseLong(reset)));
  }
}
