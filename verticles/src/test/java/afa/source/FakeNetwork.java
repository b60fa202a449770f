package afa.source;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A network that pushes, and does what the test says. */
final class FakeNetwork implements StreamReader.Network {
  record Look(@Nullable String cursor, Promise<Harvest> answer) {}

  private final BlockingQueue<FakeConnection> connections = new LinkedBlockingQueue<>();
  private final BlockingQueue<Look> looks = new LinkedBlockingQueue<>();
  volatile boolean replays;
  volatile boolean defect;
  volatile Future<Void> opening = Future.succeededFuture();
  private volatile @Nullable FakeConnection last;

  @Override
  public Future<StreamReader.Connection> connect(@Nullable String cursor) {
    FakeConnection made = new FakeConnection(cursor, connections);
    last = made;
    return opening.map(opened -> made);
  }

  @Override
  public @Nullable Future<Harvest> catchUp(@Nullable String cursor, Instant now) {
    if (defect) throw new IllegalStateException("a defect");
    if (replays) return null;
    Look look = new Look(cursor, Promise.promise());
    looks.add(look);
    return look.answer().future();
  }

  /** The one asked for last. */
  FakeConnection last() {
    return Objects.requireNonNull(last);
  }

  /** The next one that is read. */
  FakeConnection connection() throws Exception {
    FakeConnection made = connections.poll(30, SECONDS);
    assertThat(made).isNotNull();
    return made;
  }

  Look look() throws Exception {
    Look look = looks.poll(30, SECONDS);
    assertThat(look).isNotNull();
    return look;
  }
}
