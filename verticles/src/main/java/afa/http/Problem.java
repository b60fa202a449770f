package afa.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * An error as programs can read it (RFC 9457).
 *
 * @param status of HTTP
 * @param title the same for every occurrence
 * @param detail what was wrong this time, in a sentence
 */
public record Problem(int status, String title, String detail) {

  /** What was asked for is not a question. */
  public static Problem badRequest(String detail) {
    return new Problem(400, "Bad request", detail);
  }

  /** There is nothing here. */
  public static Problem notFound(String detail) {
    return new Problem(404, "Not found", detail);
  }

  /** Not now; it will pass. */
  public static Problem unavailable(String detail) {
    return new Problem(503, "Not available at the moment", detail);
  }

  /** Ends the response with this problem, readable from any page. */
  public void send(HttpServerResponse response) {
    if (response.ended() || response.closed()) return;
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .end(new JsonObject()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", detail)
            .toBuffer());
  }

  /** The same, telling when to come back. */
  public void send(HttpServerResponse response, long retryAfterSeconds) {
    if (response.ended() || response.closed()) return;
    response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds));
    send(response);
  }
}
