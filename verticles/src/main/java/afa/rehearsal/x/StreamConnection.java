package afa.rehearsal.x;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** One open stream: lines go in, chunks come out, and silence is broken by a line end. */
final class StreamConnection {
  private static final Buffer LINE_END = Buffer.buffer("\r\n");
  private static final int MOST_UNSENT_BYTES = 4 * 1024 * 1024;
  private static final long HELD_BACK_MILLIS = 150;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Selection selection;
  private final Framing framing;
  private final Duration keepAlive;
  private final String id = UUID.randomUUID().toString();
  private final Instant connectedAt;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long accepted; // bytes given to the framing
  private long framed; // bytes that left it
  private long keepAliveTimer;
  private boolean closed;

  /** What to do once the connection has taken all bytes up to a position. */
  private record Mark(long position, Runnable written) {}

  StreamConnection(
      Vertx vertx,
      HttpServerRequest request,
      Framing framing,
      Duration keepAlive,
      Instant connectedAt) {
    this.vertx = vertx;
    this.request = request;
    this.selection = Selection.of(request.params());
    this.framing = framing;
    this.keepAlive = keepAlive;
    this.connectedAt = connectedAt;
  }

  void open() {
    request
        .response()
        .setChunked(true)
        .setWriteQueueMaxSize(MOST_UNSENT_BYTES)
        .putHeader("content-type", "application/json; charset=utf-8")
        .writeHead();
    keepAliveLater();
  }

  /** Sends a line; {@code written} runs once all of it is on its way. */
  void line(String line, Runnable written) {
    Buffer bytes = Buffer.buffer(line).appendBuffer(LINE_END);
    marks.add(new Mark(accepted + bytes.length(), written));
    bytes(bytes);
  }

  /** Sends bytes as they are. */
  void bytes(Buffer bytes) {
    accepted += bytes.length();
    write(framing.add(bytes));
    // What is held back travels with the next line, or alone when none follows.
    if (framing.holdsBack()) vertx.setTimer(HELD_BACK_MILLIS, later -> write(framing.rest()));
  }

  private void write(List<Buffer> chunks) {
    for (Buffer chunk : chunks) {
      if (closed) return;
      framed += chunk.length();
      long position = framed;
      request.response().write(chunk).onSuccess(done -> passed(position));
    }
    if (!chunks.isEmpty()) keepAliveLater();
  }

  private void passed(long position) {
    while (!marks.isEmpty() && marks.peek().position() <= position)
      marks.poll().written().run();
  }

  private void keepAliveLater() {
    vertx.cancelTimer(keepAliveTimer);
    if (closed) return;
    keepAliveTimer = vertx.setTimer(Math.max(1, keepAlive.toMillis()), late -> bytes(LINE_END));
  }

  /** Whether the reader takes bytes so slowly that X would cut it off. */
  boolean isTooSlow() {
    return request.response().writeQueueFull();
  }

  /** Ends it without the end of a chunked answer, as a dropped connection looks. */
  void drop() {
    gone();
    request.connection().close();
  }

  /** To be called when the reader has gone. */
  void gone() {
    closed = true;
    vertx.cancelTimer(keepAliveTimer);
  }

  boolean isClosed() {
    return closed;
  }

  Selection selection() {
    return selection;
  }

  String id() {
    return id;
  }

  Instant connectedAt() {
    return connectedAt;
  }

  String clientIp() {
    return request.remoteAddress().hostAddress();
  }
}
