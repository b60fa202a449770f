package afa.rehearsal.mastodon;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Who is connected to a server, and what goes wrong with single events. */
final class HashtagStreams {
  private static final int LONGEST_PIECE = 40;

  private final Vertx vertx;
  private final Duration heartbeat;
  private final RandomGenerator random;
  private final List<StreamConnection> open = new ArrayList<>();
  private final List<Runnable> closedWhileStalled = new ArrayList<>();
  private boolean framing;
  private boolean cutNext;
  private boolean holdNext;
  private Event held;
  private Event last;

  private record Event(List<String> tags, String name, String data, Runnable sent) {}

  HashtagStreams(Vertx vertx, Duration heartbeat, RandomGenerator random) {
    this.vertx = vertx;
    this.heartbeat = heartbeat;
    this.random = random;
  }

  void connect(HttpServerRequest request, String tag) {
    StreamConnection connection =
        new StreamConnection(vertx, request, tag.toLowerCase(Locale.ROOT), heartbeat);
    request.response().closeHandler(gone -> closed(connection));
    open.add(connection);
    frame(connection);
    connection.open();
  }

  private void closed(StreamConnection connection) {
    if (connection.isStalled()) {
      closedWhileStalled.forEach(Runnable::run);
      closedWhileStalled.clear();
    }
    connection.gone();
    open.remove(connection);
  }

  int size() {
    return open.size();
  }

  /** An event goes once to each who follows one of the tags. */
  void deliver(List<String> tags, String name, String data, Runnable sent) {
    Event event = new Event(tags, name, data, sent);
    if (cutNext && name.equals("update")) {
      cutNext = false;
      each(connection -> connection.cut(data));
      open.clear();
      return;
    }
    if (holdNext && held == null) {
      holdNext = false;
      held = event;
      vertx.setTimer(1_000, late -> release());
      return;
    }
    deliver(event);
    release();
  }

  private void deliver(Event event) {
    last = event;
    each(connection -> {
      if (event.tags().stream().anyMatch(connection::isFor)) {
        connection.event(event.name(), event.data(), event.sent());
      }
    });
  }

  private void release() {
    Event late = held;
    held = null;
    if (late != null) deliver(late);
  }

  void each(Consumer<StreamConnection> action) {
    new ArrayList<>(open).forEach(action);
  }

  void framing(boolean value) {
    framing = value;
    each(this::frame);
  }

  private void frame(StreamConnection connection) {
    connection.framed(framing ? () -> 1 + random.nextInt(LONGEST_PIECE) : null);
  }

  void cutNext() {
    cutNext = true;
  }

  void holdNext() {
    holdNext = true;
  }

  void repeat() {
    if (last != null) deliver(last);
  }

  /** Told once if a reader gives up while it gets nothing. */
  void onGivenUp(Runnable told) {
    closedWhileStalled.add(told);
  }

  void drop() {
    List<StreamConnection> all = new ArrayList<>(open);
    open.clear();
    all.forEach(StreamConnection::drop);
  }

  void calm() {
    cutNext = false;
    holdNext = false;
    closedWhileStalled.clear();
    framing(false);
    each(StreamConnection::free);
  }
}
