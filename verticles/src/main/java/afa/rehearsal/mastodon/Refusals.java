package afa.rehearsal.mastodon;

import afa.rehearsal.Fault;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a server refuses for a while, or once. */
final class Refusals {
  /** Those that keep everybody from reading, streamed or asked. */
  static final Set<Fault> TOTAL =
      EnumSet.of(Fault.UNAVAILABLE, Fault.UNAVAILABLE_HTML, Fault.RATE_LIMITED, Fault.OUTAGE);

  private static final Set<Fault> STREAM = EnumSet.of(Fault.FORBIDDEN);
  private static final Set<Fault> ASKED =
      EnumSet.of(Fault.SEARCH_UNAVAILABLE, Fault.SEARCH_LIMITED);

  private final InstantSource clock;
  private final Map<Fault, Instant> until = new EnumMap<>(Fault.class); // null: once

  Refusals(InstantSource clock) {
    this.clock = clock;
  }

  static boolean isRefusal(Fault fault) {
    return TOTAL.contains(fault)
        || STREAM.contains(fault)
        || ASKED.contains(fault)
        || fault == Fault.REVOKED;
  }

  /**
   * Refuses from now on, or longer than it does already.
   *
   * @param end null for once
   */
  void refuse(Fault fault, Instant end) {
    Instant before = isOn(fault) ? until.get(fault) : null;
    boolean isLonger = before == null || (end != null && end.isAfter(before));
    if (isLonger) until.put(fault, end);
  }

  void forgiveAll() {
    until.clear();
  }

  boolean isRevoked() {
    return isOn(Fault.REVOKED);
  }

  /** Refuses if it is to; says whether it did. */
  boolean refuses(HttpServerResponse response, boolean streams) {
    for (Fault fault : Fault.values()) {
      boolean applies = TOTAL.contains(fault) || (streams ? STREAM : ASKED).contains(fault);
      if (!applies || !isOn(fault)) continue;
      Instant end = until.get(fault);
      if (end == null) until.remove(fault);
      answer(fault, response, end == null ? clock.instant() : end);
      return true;
    }
    return false;
  }

  boolean isOn(Fault fault) {
    if (!until.containsKey(fault)) return false;
    Instant end = until.get(fault);
    if (end == null || end.isAfter(clock.instant())) return true;
    until.remove(fault);
    return false;
  }

  private static void answer(Fault fault, HttpServerResponse response, Instant end) {
    switch (fault) {
      case RATE_LIMITED, SEARCH_LIMITED -> {
        response.putHeader("X-RateLimit-Limit", "300").putHeader("X-RateLimit-Remaining", "0");
        response.putHeader("X-RateLimit-Reset", end.toString());
        error(response, 429, "Too many requests");
      }
      case FORBIDDEN -> error(response, 403, "This action is not allowed");
      case UNAVAILABLE_HTML ->
        response
            .setStatusCode(502)
            .putHeader("content-type", "text/html")
            .end("<html><body><h1>502 Bad Gateway</h1></body></html>");
      default -> response.setStatusCode(503).end();
    }
  }

  /** An error as Mastodon tells it. */
  static void error(HttpServerResponse response, int status, String sentence) {
    response
        .setStatusCode(status)
        .putHeader("content-type", "application/json; charset=utf-8")
        .end(new JsonObject().put("error", sentence).encode());
  }
}
