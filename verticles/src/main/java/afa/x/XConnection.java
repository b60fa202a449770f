package afa.x;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;

/**
 * An open stream of X. It lives while bytes come, keep-alives included; silence ends it. Lines are
 * handled as they come: X sends 250 posts a second at most, and reading one takes some ten
 * microseconds, so a queue in between would only hide that a node is too slow.
 */
final class XConnection {

  /** Hears what comes, in order. */
  interface Listener {
    /** Bytes came. */
    void sign();

    /** A line without its end. */
    void line(String line);

    /** A line of more than a mebibyte was dropped. */
    void tooLong();
  }

  private final Vertx vertx;
  private final HttpClientResponse response;
  private final Duration stall;
  private final Promise<XProblem> ended = Promise.promise();
  private final long begun = System.nanoTime();
  private final long watch;
  private long lastByte = begun;

  XConnection(Vertx vertx, HttpClientResponse response, Duration stall) {
    this.vertx = vertx;
    this.response = response;
    this.stall = stall;
    long everyMs = Math.max(1, stall.toMillis() / 5);
    watch = vertx.setPeriodic(everyMs, tick -> endWhenSilent());
    response.exceptionHandler(failure -> end(XFailure.problem(failure)));
    response.endHandler(end -> end(XProblem.of(XProblem.Kind.DISCONNECTED, "")));
  }

  /** Begins to read. */
  void read(Listener listener) {
    XLineReader lines = new XLineReader(listener::line, listener::tooLong);
    response.handler(chunk -> {
      // Of a process that slept, bytes come before the timer. They were sent long ago and say
      // nothing of the present: what they bring is taken, and the rest of the time is searched.
      endWhenSilent();
      lastByte = System.nanoTime();
      if (!ended.future().isComplete()) listener.sign();
      lines.read(chunk.getBytes());
    });
    response.resume();
  }

  /** Completes, once, with the reason; never fails. */
  Future<XProblem> ended() {
    return ended.future();
  }

  /** Closes it. Left open, it would count at X for minutes, and the next one be refused. */
  void end(XProblem problem) {
    if (!ended.tryComplete(problem)) return;
    vertx.cancelTimer(watch);
    response.request().reset();
  }

  /** For how long bytes came. */
  Duration flowed() {
    return Duration.ofNanos(lastByte - begun);
  }

  private void endWhenSilent() {
    long silent = System.nanoTime() - lastByte;
    if (silent < stall.toNanos()) return;
    end(XProblem.of(
        XProblem.Kind.DISCONNECTED,
        "not a byte for " + Duration.ofNanos(silent).toSeconds() + " s"));
  }
}
