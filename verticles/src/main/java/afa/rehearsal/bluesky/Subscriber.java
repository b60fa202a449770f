package afa.rehearsal.bluesky;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Somebody who listens to the firehose. */
final class Subscriber {
  private static final long SLOW_MILLIS = 40;

  private final Vertx vertx;
  private final ServerWebSocket socket;
  private final HttpConnection connection;
  private final boolean isV2;
  private final Deque<Frame> waiting = new ArrayDeque<>();
  private List<String> kinds = List.of();
  private Collection<String> collections;
  private Pace pace = Pace.FREE;
  private Instant stalledSince; // null while it is not
  private boolean dropped;
  private int paces; // to tell the end of one from that of an earlier one

  private enum Pace {
    FREE,
    SLOW,
    STALLED
  }

  private record Frame(String text, Runnable sent) {}

  Subscriber(
      Vertx vertx,
      ServerWebSocket socket,
      HttpConnection connection,
      boolean isV2,
      Collection<String> collections) {
    this.vertx = vertx;
    this.socket = socket;
    this.connection = connection;
    this.isV2 = isV2;
    this.collections = List.copyOf(collections);
  }

  /** Wants only these kinds of events; none means all. */
  void kinds(List<String> wanted) {
    kinds = List.copyOf(wanted);
  }

  /** Wants only records of these collections; none means all. */
  void collections(List<String> wanted) {
    collections = List.copyOf(wanted);
  }

  boolean wants(FirehoseEvent event) {
    return (kinds.isEmpty() || kinds.contains(event.kind())) && event.isOf(collections);
  }

  void send(FirehoseEvent event, Runnable sent) {
    send(text(event), sent);
  }

  String text(FirehoseEvent event) {
    return isV2 ? event.v2() : event.v1();
  }

  /** Sends a frame; {@code sent} runs once it is on its way. */
  void send(String text, Runnable sent) {
    waiting.add(new Frame(text, sent));
    if (pace == Pace.FREE) flush();
  }

  void sendBytes(Buffer bytes) {
    if (pace == Pace.FREE && !socket.isClosed()) socket.writeBinaryMessage(bytes);
  }

  private void flush() {
    while (pace == Pace.FREE && !waiting.isEmpty()) write(waiting.poll());
  }

  private void write(Frame frame) {
    if (dropped || socket.isClosed()) return;
    socket.writeTextMessage(frame.text()).onSuccess(done -> frame.sent().run());
  }

  /** Nothing leaves for that long; what comes meanwhile waits. */
  void stall(Duration length, Instant now) {
    stalledSince = now;
    pace(Pace.STALLED, length);
  }

  /** Since when nothing has left; empty when all has. */
  Optional<Instant> stalledSince() {
    return Optional.ofNullable(stalledSince);
  }

  /** Frames leave one at a time for that long. */
  void slow(Duration length) {
    pace(Pace.SLOW, length);
    stalledSince = null;
    trickle(paces);
  }

  private void pace(Pace value, Duration length) {
    pace = value;
    int mine = ++paces;
    vertx.setTimer(Math.max(1, length.toMillis()), over -> {
      if (paces == mine) free();
    });
  }

  private void trickle(int mine) {
    if (pace != Pace.SLOW || paces != mine) return;
    if (!waiting.isEmpty()) write(waiting.poll());
    vertx.setTimer(SLOW_MILLIS, later -> trickle(mine));
  }

  /** Everything that waited leaves. */
  void free() {
    pace = Pace.FREE;
    stalledSince = null;
    flush();
  }

  /** Ends the connection as a server does that shuts down. */
  void goodbye() {
    if (isV2) {
      send(
          "{\"$type\":\"error\",\"error\":\"ConsumerTooSlow\",\"message\":\"rehearsed\"}",
          () -> {});
    }
    socket.close((short) 1001, "going away");
  }

  /** Sends half a frame's text, and ends. */
  void cut(String text) {
    if (pace == Pace.FREE) send(text.substring(0, text.length() / 2), () -> {});
    drop();
  }

  /** Ends the connection without a word. */
  void drop() {
    dropped = true;
    connection.close();
  }
}
