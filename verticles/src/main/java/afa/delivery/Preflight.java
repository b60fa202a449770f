package afa.delivery;

import afa.http.EventPath;
import afa.http.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Lets pages of other sites read the feed; its GETs change nothing and need no login. */
final class Preflight {
  private static final String METHODS = "GET, HEAD, OPTIONS";

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

  /** Answers whoever asks what kind of thing is here, not for the thing. */
  static void headers(EventPath path, HttpServerResponse response) {
    boolean isStream = path.what().equals("stream");
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, isStream ? "text/event-stream" : "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .end();
  }

  /** Answers a method that reads nothing. */
  static void refuse(HttpServerResponse response) {
    response.putHeader(HttpHeaders.ALLOW, METHODS);
    new Problem(405, "Method not allowed", "readers use GET").send(response);
  }
}
