package afa.rehearsal.x;

import afa.rehearsal.Fault;
import afa.rehearsal.x.RateLimits.Endpoint;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Requests that are to be refused though nothing is wrong with them. */
final class Refusals {
  private static final Set<Endpoint> EVERYWHERE = EnumSet.allOf(Endpoint.class);

  private final Replies replies;
  private final Map<Fault, Instant> until = new EnumMap<>(Fault.class);

  Refusals(Replies replies) {
    this.replies = replies;
  }

  /** Whether a fault is one that refuses requests. */
  static boolean isRefusal(Fault fault) {
    return !scope(fault).isEmpty();
  }

  /**
   * Refuses from now on.
   *
   * @param length zero means the next request only
   */
  void refuse(Fault fault, Instant now, Duration length) {
    until.put(fault, length.isZero() ? Instant.MIN : now.plus(length));
  }

  void forgive(Fault fault) {
    until.remove(fault);
  }

  void forgiveAll() {
    until.clear();
  }

  /** Refuses this request if it must be; says whether it did. */
  boolean refuses(Endpoint endpoint, Instant now, HttpServerResponse response) {
    for (Fault fault :
        EnumSet.copyOf(until.isEmpty() ? EnumSet.noneOf(Fault.class) : until.keySet())) {
      Instant end = until.get(fault);
      boolean once = end.equals(Instant.MIN);
      if (!once && !now.isBefore(end)) until.remove(fault);
      else if (scope(fault).contains(endpoint)) {
        if (once) until.remove(fault);
        answer(fault, once ? now : end, response);
        return true;
      }
    }
    return false;
  }

  private static Set<Endpoint> scope(Fault fault) {
    return switch (fault) {
      case UNAVAILABLE,
          UNAVAILABLE_HTML,
          RATE_LIMITED,
          RATE_LIMITED_OLD,
          TOO_MANY_CONNECTIONS,
          USAGE_CAPPED,
          NO_RULES,
          FORBIDDEN -> EnumSet.of(Endpoint.STREAM);
      case SEARCH_UNAVAILABLE, SEARCH_LIMITED -> EnumSet.of(Endpoint.SEARCH);
      case REVOKED, OUTAGE -> EVERYWHERE;
      default -> EnumSet.noneOf(Endpoint.class);
    };
  }

  private void answer(Fault fault, Instant end, HttpServerResponse response) {
    switch (fault) {
      case UNAVAILABLE_HTML ->
        response
            .setStatusCode(502)
            .putHeader("content-type", "text/html")
            .end("<html><body><h1>502 Bad Gateway</h1></body></html>");
      case UNAVAILABLE -> response.setStatusCode(503).end();
      case SEARCH_UNAVAILABLE, OUTAGE -> replies.problem(response, 503, Problems.unavailable());
      case RATE_LIMITED, SEARCH_LIMITED -> {
        exhausted(end, response);
        replies.problem(response, 429, Problems.rateLimited());
      }
      case RATE_LIMITED_OLD -> replies.problem(response, 429, Problems.rateLimitedOldForm());
      case TOO_MANY_CONNECTIONS -> replies.problem(response, 429, Problems.tooManyConnections());
      case USAGE_CAPPED -> replies.problem(response, 429, Problems.usageCapped());
      case NO_RULES -> replies.problem(response, 409, Problems.noRules());
      case FORBIDDEN -> replies.problem(response, 403, Problems.forbidden());
      case REVOKED -> replies.problem(response, 401, Problems.unauthorized());
      default -> throw new IllegalStateException(fault + " refuses nothing");
    }
  }

  private static void exhausted(Instant end, HttpServerResponse response) {
    response
        .putHeader("x-rate-limit-remaining", "0")
        .putHeader("x-rate-limit-reset", Long.toString(end.getEpochSecond() + 1));
  }
}
