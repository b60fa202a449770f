package afa.front;

import afa.http.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.TimeUnit;

/**
 * Answers where nobody does at the moment: not now, and not on this connection, so that the next
 * attempt may reach another node.
 */
final class ClosedDoor {
  private static final Problem CLOSED = Problem.unavailable(
      "this node has no role for such requests, or what answers them is stopped: ask another node");
  private static final int RETRY_SECONDS = 2;
  private static final int GRACE_SECONDS = 5;

  private ClosedDoor() {}

  static void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    // Whose body is still coming might lose the answer with the connection.
    boolean isWhole = !HttpMethod.POST.equals(request.method());
    if (isWhole && request.version() == HttpVersion.HTTP_1_1) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    CLOSED.send(response, RETRY_SECONDS);
    // What else is in progress there on HTTP/2 goes on: it is told to open no more.
    if (isWhole) request.connection().shutdown(GRACE_SECONDS, TimeUnit.SECONDS);
  }
}
