package afa.source;

import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** A connection of the {@link FakeNetwork}. */
final class FakeConnection implements StreamReader.Connection {
  final @Nullable String cursor;
  private final BlockingQueue<FakeConnection> begun; // told once it is read
  private final Promise<SourceProblem> ended = Promise.promise();
  private volatile StreamReader.@Nullable Listener listener;

  FakeConnection(@Nullable String cursor, BlockingQueue<FakeConnection> read) {
    this.cursor = cursor;
    this.begun = read;
  }

  @Override
  public void read(StreamReader.Listener reading) {
    listener = reading;
    begun.add(this);
  }

  /** Who reads it. */
  StreamReader.Listener listener() {
    return Objects.requireNonNull(listener);
  }

  @Override
  public Future<SourceProblem> ended() {
    return ended.future();
  }

  @Override
  public Duration flowed() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void close() {
    end("closed");
  }

  void end(String reason) {
    ended.tryComplete(SourceProblem.of(Backoff.Cause.NETWORK, reason));
  }

  /** Lets some time pass, so that intervals have a length. */
  void pause() {
    Instant until = Instant.now().plusMillis(10);
    await().pollInterval(Duration.ofMillis(2)).until(() -> Instant.now().isAfter(until));
  }
}
