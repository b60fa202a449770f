package afa.mastodon;

import afa.mastodon.StatusIntake.Taken;
import afa.source.Backoff.Cause;
import afa.source.SourceProblem;
import afa.source.StreamReader;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.time.Instant;

/** An open stream of a hashtag. It lives while bytes come, heartbeats included; silence ends it. */
final class MastodonConnection implements StreamReader.Connection {
  private static final int MOST_EVENT_BYTES = 1 << 20;

  private final Vertx vertx;
  private final HttpClientResponse response;
  private final StatusParser parser;
  private final StatusIntake intake;
  private final Duration stall;
  private final Promise<SourceProblem> ended = Promise.promise();
  private final long begun = System.nanoTime();
  private final long watch;
  private long lastByte = begun;
  private String newest; // id, null before the first

  /**
   * @param newest id of the newest status known, null for none
   */
  MastodonConnection(
      Vertx vertx,
      HttpClientResponse response,
      StatusParser parser,
      StatusIntake intake,
      Duration stall,
      String newest) {
    this.vertx = vertx;
    this.response = response;
    this.parser = parser;
    this.intake = intake;
    this.stall = stall;
    this.newest = newest;
    watch = vertx.setPeriodic(Math.max(1, stall.toMillis() / 5), tick -> endWhenSilent());
    response.exceptionHandler(failure -> end("the connection was lost"));
    response.endHandler(end -> end("the server closed the connection"));
  }

  @Override
  public void read(StreamReader.Listener listener) {
    EventStreamParser events = new EventStreamParser(
        new EventStreamParser.Listener() {
          @Override
          public void event(String name, String data) {
            take(name, data, listener);
          }

          @Override
          public void tooLong() {
            intake.malformed("an event of more than a mebibyte");
          }
        },
        MOST_EVENT_BYTES);
    response.handler(chunk -> {
      lastByte = System.nanoTime();
      listener.sign();
      events.read(chunk.getBytes());
    });
    response.resume();
  }

  /** All other events are about the account that the token belongs to. */
  private void take(String name, String data, StreamReader.Listener listener) {
    Taken taken = new Taken();
    switch (name) {
      case "update" -> intake.take(status(data), taken);
      case "status.update" -> intake.takeEdited(status(data), taken);
      case "delete" -> intake.takeDeleted(data.strip(), taken);
      default -> {}
    }
    if (taken.posts().isEmpty() && taken.retracted().isEmpty()) return;
    listener.bring(taken.posts(), taken.retracted(), newest);
  }

  private StatusResult status(String data) {
    StatusResult result = parser.read(data, Instant.now());
    if (result instanceof StatusResult.Shown shown) {
      newest = StatusIds.newer(newest, shown.localId());
    }
    return result;
  }

  @Override
  public Future<SourceProblem> ended() {
    return ended.future();
  }

  @Override
  public Duration flowed() {
    return Duration.ofNanos(lastByte - begun);
  }

  @Override
  public void close() {
    end("closed");
  }

  private void endWhenSilent() {
    long silent = System.nanoTime() - lastByte;
    if (silent < stall.toNanos()) return;
    end("not a byte for " + Duration.ofNanos(silent).toSeconds() + " s");
  }

  private void end(String sentence) {
    if (!ended.tryComplete(SourceProblem.of(Cause.NETWORK, sentence))) return;
    vertx.cancelTimer(watch);
    response.request().reset();
  }
}
