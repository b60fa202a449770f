package afa.delivery;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Lets pages of other sites read the feed; its GETs change nothing and need no login. */
final class Preflight {
  private static final String METHODS = "GET, OPTIONS";

  private Preflight() {}

  /** Answers a browser that asks whether a page of another site may read. */
  static void allow(HttpServerResponse response) {
    response
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Last-Event-ID, Cache-Control")
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400")
        .end();
  }

  /** Answers a method that reads nothing. */
  static void refuse(HttpServerResponse response) {
    response.putHeader(HttpHeaders.ALLOW, METHODS);
    new afa.http.Problem(405, "Method not allowed", "readers use GET").send(response);
  }
}
