package afa.source;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A network that pushes, and does what the test says. */
final class FakeNetwork implements StreamReader.Network {
  record Look(String cursor, Promise<Harvest> answer) {}

  private final BlockingQueue<FakeConnection> connections = new LinkedBlockingQueue<>();
  private final BlockingQueue<Look> looks = new LinkedBlockingQueue<>();
  volatile boolean replays;
  volatile boolean defect;
  volatile Future<Void> opening = Future.succeededFuture();
  volatile FakeConnection last;

  @Override
  public Future<StreamReader.Connection> connect(String cursor) {
    FakeConnection made = new FakeConnection(cursor, connections);
    last = made;
    return opening.map(opened -> made);
  }

  @Override
  public Future<Harvest> catchUp(String cursor, Instant now) {
    if (defect) throw new IllegalStateException("a defect");
    if (replays) return null;
    Look look = new Look(cursor, Promise.promise());
    looks.add(look);
    return look.answer().future();
  }

  FakeConnection connection() throws Exception {
    FakeConnection made = connections.poll(5, SECONDS);
    assertThat(made).isNotNull();
    return made;
  }

  Look look() throws Exception {
    Look look = looks.poll(5, SECONDS);
    assertThat(look).isNotNull();
    return look;
  }
}
