package afa.delivery;

import afa.http.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Answers by the response of Vert.x, on any kind of connection. */
record ResponseAsker(HttpServerResponse response) implements WaitingPoll.Asker {
  @Override
  public void answer(PollAnswer answer) {
    send(response, answer.json());
  }

  @Override
  public void unavailable() {
    Problem.unavailable("the log cannot be read").send(response, 2);
  }

  @Override
  public void rested() {
    // The connection is watched by the port.
  }

  /** Ends a response with an answer that is of this moment and readable from any page. */
  static void send(HttpServerResponse response, Buffer json) {
    if (response.closed() || response.ended()) return;
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .end(json);
  }
}
