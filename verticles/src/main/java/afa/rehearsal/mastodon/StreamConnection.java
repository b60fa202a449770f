package afa.rehearsal.mastodon;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntSupplier;

/** One open stream of server-sent events. */
final class StreamConnection {
  private static final Buffer HEARTBEAT = Buffer.buffer(":thump\n");
  private static final int MOST_FRAMED = 1 << 16; // more would keep the loop busy for seconds
  private static final int SLOW_BYTES = 16;
  private static final long SLOW_MILLIS = 20;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final String tag;
  private final long heartbeat;
  private final Deque<Piece> outbox = new ArrayDeque<>();
  private IntSupplier framing; // lengths of pieces, null for whole ones
  private boolean stalled;
  private boolean slow;
  private boolean closed;

  private record Piece(Buffer bytes, Runnable sent) {}

  StreamConnection(Vertx vertx, HttpServerRequest request, String tag, Duration heartbeat) {
    this.vertx = vertx;
    this.request = request;
    this.tag = tag;
    this.heartbeat =
        vertx.setPeriodic(Math.max(1, heartbeat.toMillis()), tick -> send(HEARTBEAT, () -> {}));
  }

  void open() {
    request
        .response()
        .setChunked(true)
        .putHeader("content-type", "text/event-stream")
        .putHeader("cache-control", "private, no-store");
    send(Buffer.buffer(":)\n"), () -> {});
  }

  boolean isFor(String wanted) {
    return tag.equals(wanted);
  }

  boolean isStalled() {
    return stalled;
  }

  /** From now on in pieces of such lengths; null for whole again. */
  void framed(IntSupplier lengths) {
    framing = lengths;
  }

  void event(String name, String data, Runnable sent) {
    send(Buffer.buffer("event: " + name + "\ndata: " + data + "\n\n"), sent);
  }

  void send(Buffer bytes, Runnable sent) {
    int from = 0;
    while (framing != null && bytes.length() < MOST_FRAMED && from < bytes.length()) {
      int to = Math.min(bytes.length(), from + framing.getAsInt());
      if (to < bytes.length()) outbox.add(new Piece(bytes.getBuffer(from, to), () -> {}));
      else break;
      from = to;
    }
    outbox.add(new Piece(bytes.getBuffer(from, bytes.length()), sent));
    pump();
  }

  private void pump() {
    while (!closed && !stalled && !slow && !outbox.isEmpty()) write(outbox.poll());
  }

  private void write(Piece piece) {
    request.response().write(piece.bytes()).onSuccess(done -> piece.sent().run());
  }

  /** No byte leaves until {@link #free}. */
  void stall() {
    stalled = true;
  }

  /** A few bytes at a time until {@link #free}. */
  void slow() {
    slow = true;
    trickle();
  }

  private void trickle() {
    if (closed || !slow || stalled) return;
    Piece piece = outbox.poll();
    if (piece != null) {
      int length = Math.min(SLOW_BYTES, piece.bytes().length());
      boolean last = length == piece.bytes().length();
      Buffer rest = piece.bytes().getBuffer(length, piece.bytes().length());
      if (!last) outbox.addFirst(new Piece(rest, piece.sent()));
      write(new Piece(piece.bytes().getBuffer(0, length), last ? piece.sent() : () -> {}));
    }
    vertx.setTimer(SLOW_MILLIS, later -> trickle());
  }

  void free() {
    stalled = false;
    slow = false;
    pump();
  }

  /** Half of an event, and the end. */
  void cut(String data) {
    if (!stalled && !slow) {
      String half = "event: update\ndata: " + data.substring(0, data.length() / 2);
      request.response().write(Buffer.buffer(half));
    }
    drop();
  }

  void drop() {
    gone();
    request.connection().close();
  }

  void gone() {
    closed = true;
    vertx.cancelTimer(heartbeat);
  }
}
