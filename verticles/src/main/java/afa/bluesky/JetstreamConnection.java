package afa.bluesky;

import afa.source.Backoff;
import afa.source.SourceProblem;
import afa.source.StreamReader;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * An open WebSocket of Jetstream. It lives while events come: in a network of millions one that
 * brings none for half a minute is dead, even where its server still answers pings.
 */
final class JetstreamConnection implements StreamReader.Connection {
  private static final Duration SIGN_EVERY = Duration.ofMillis(200);

  private final Vertx vertx;
  private final WebSocket socket;
  private final BlueskyTuning tuning;
  private final Desk desk;
  private final Replay replay;
  private final Promise<SourceProblem> ended = Promise.promise();
  private final long begun = System.nanoTime();
  private final long[] timers = new long[3];
  private Line line; // null until somebody reads
  private long lastEvent = begun;
  private long lastSign = begun - SIGN_EVERY.toNanos();

  JetstreamConnection(
      Vertx vertx, WebSocket socket, BlueskyTuning tuning, Desk desk, Replay replay) {
    this.vertx = vertx;
    this.socket = socket;
    this.tuning = tuning;
    this.desk = desk;
    this.replay = replay;
    socket.pause();
    socket.closeHandler(closed -> end(closedBy(socket.closeStatusCode())));
    socket.exceptionHandler(
        failure -> end("the connection broke: " + failure.getClass().getSimpleName()));
    timers[0] = every(tuning.stall().dividedBy(5), this::endWhenSilent);
    timers[1] = every(tuning.ping(), () -> socket.writePing(Buffer.buffer("afa")));
  }

  private long every(Duration time, Runnable action) {
    return vertx.setPeriodic(Math.max(1, time.toMillis()), tick -> action.run());
  }

  private static String closedBy(Short code) {
    return code == null ? "the connection closed" : "the network closed the connection: " + code;
  }

  @Override
  public void read(StreamReader.Listener listener) {
    line = new Line(listener, replay);
    Intake intake = new Intake(desk, replay, line);
    timers[2] = every(tuning.cursorEvery(), line::tick);
    Consumer<JetstreamEvent> events = event -> {
      if (event instanceof JetstreamEvent.Placed placed) {
        alive(listener);
        intake.take(placed);
      } else if (event instanceof JetstreamEvent.Malformed) {
        intake.malformed();
      } else if (event instanceof JetstreamEvent.End told) {
        end("the network ends the connection: " + told.reason());
      }
    };
    socket.textMessageHandler(text -> events.accept(JetstreamEvents.read(text, desk.interest())));
    socket.binaryMessageHandler(bytes -> events.accept(new JetstreamEvent.Malformed("binary")));
    socket.resume();
  }

  /** Each event counts, but thousands a second need not be told of one by one. */
  private void alive(StreamReader.Listener listener) {
    lastEvent = System.nanoTime();
    if (lastEvent - lastSign < SIGN_EVERY.toNanos()) return;
    lastSign = lastEvent;
    listener.sign();
  }

  private void endWhenSilent() {
    long silent = System.nanoTime() - lastEvent;
    if (silent < tuning.stall().toNanos()) return;
    end("not an event for " + Duration.ofNanos(silent).toSeconds() + " s");
  }

  /** Whether what comes is of the past. */
  boolean isReplaying() {
    return replay.isRunning();
  }

  private void end(String why) {
    if (ended.future().isComplete()) return;
    if (line != null) line.close();
    for (long timer : timers) vertx.cancelTimer(timer);
    // A peer that is dead would not answer a farewell.
    socket.shutdown(0, java.util.concurrent.TimeUnit.SECONDS);
    ended.tryComplete(SourceProblem.of(Backoff.Cause.NETWORK, why));
  }

  @Override
  public Future<SourceProblem> ended() {
    return ended.future();
  }

  @Override
  public Duration flowed() {
    return Duration.ofNanos(lastEvent - begun);
  }

  @Override
  public void close() {
    end("closed by us");
  }
}
