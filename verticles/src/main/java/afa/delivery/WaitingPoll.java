package afa.delivery;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * A long-poll that has what there is and waits for more.
 *
 * @param since the last number the reader has
 * @param deadlineMillis when it is answered with nothing
 */
record WaitingPoll(HttpServerResponse response, long since, int limit, long deadlineMillis) {

  /** Polls that get the same answer. */
  record Question(long since, int limit) {}

  Question question() {
    return new Question(since, limit);
  }

  void answer(Buffer json) {
    send(response, json);
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
