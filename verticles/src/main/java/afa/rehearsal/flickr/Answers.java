package afa.rehearsal.flickr;

import afa.rehearsal.Fault;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Sends answers, or what comes in their place while something is wrong. */
final class Answers {
  private static final Duration PAUSE = Duration.ofMillis(60);
  private static final int PIECES = 8;

  private final Vertx vertx;
  private final FaultDesk faults;
  private final Mood mood;
  private final Set<HttpServerResponse> stalled = new HashSet<>();

  Answers(Vertx vertx, FaultDesk faults, Mood mood) {
    this.vertx = vertx;
    this.faults = faults;
    this.mood = mood;
  }

  /** Answers with a fault that concerns every request, if there is one; says whether it did. */
  boolean refused(HttpServerResponse response) {
    if (faults.meets(Fault.DROP)) {
      response.reset();
    } else if (faults.meets(Fault.STALL)) {
      stalled.add(response);
      response.closeHandler(gone -> stalled.remove(response));
    } else if (faults.meets(Fault.OUTAGE)) {
      response.setStatusCode(503).end();
    } else if (faults.meets(Fault.UNAVAILABLE_HTML)) {
      html(response, 502, "Bad Gateway");
    } else if (faults.meets(Fault.RATE_LIMITED)) {
      tooMany(response);
    } else {
      return false;
    }
    return true;
  }

  static void tooMany(HttpServerResponse response) {
    response.setStatusCode(429).putHeader("content-type", "text/plain").end("Too Many Requests");
  }

  static void html(HttpServerResponse response, int status, String words) {
    response
        .setStatusCode(status)
        .putHeader("content-type", "text/html")
        .end("<html><body><h1>" + status + " " + words + "</h1></body></html>");
  }

  /** A failure of the API: HTTP 200, and a content type that says nothing. */
  void failure(HttpServerResponse response, int code, String message) {
    String body = mood.failure(code, message);
    String type = body.startsWith("<") ? "text/xml" : "text/plain";
    response.putHeader("content-type", type + "; charset=utf-8").end(body);
  }

  /** A good answer, as far as the faults let it. */
  void json(HttpServerResponse response, String body) {
    response.putHeader("content-type", "application/json").putHeader("cache-control", "private");
    Buffer bytes = Buffer.buffer(body);
    if (faults.meets(Fault.GARBAGE)) response.end(bytes.getBuffer(0, bytes.length() / 2));
    else if (faults.meets(Fault.SLOW)) slowly(response.setChunked(true), bytes);
    else response.end(bytes);
  }

  private void slowly(HttpServerResponse response, Buffer rest) {
    int piece = Math.max(1, rest.length() / PIECES);
    if (response.closed()) return;
    if (rest.length() <= piece) {
      response.end(rest);
      return;
    }
    response.write(rest.getBuffer(0, piece));
    vertx.setTimer(PAUSE.toMillis(), due -> slowly(response, rest.getBuffer(piece, rest.length())));
  }

  /** Lets go of those who wait in vain. */
  void close() {
    Set.copyOf(stalled).forEach(HttpServerResponse::reset);
  }
}
