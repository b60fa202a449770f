package afa.console;

import afa.http.Home;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.function.LongSupplier;

/** What the console knows and can do; touched on the verticle's event loop only. */
record Desk(
    Board board,
    History history,
    TimelineMemory timeline,
    Commands commands,
    RollingRestarts rolling,
    Streams streams,
    LongSupplier clock) {

  static Desk at(Audit audit, Home outside, LongSupplier clock) {
    EventBus bus = outside.vertx().eventBus();
    Board board = new Board();
    Commands commands = new Commands(bus, outside, board, audit, clock);
    RollingRestarts rolling = new RollingRestarts(bus, board, commands, audit, clock);
    return new Desk(
        board, new History(), new TimelineMemory(), commands, rolling, new Streams(), clock);
  }

  JsonObject nodes() {
    return ConsoleJson.nodes(board.nodes(clock.getAsLong()), Instant.now());
  }

  void sample() {
    history.sample(board.nodes(clock.getAsLong()), Instant.now());
  }
}
