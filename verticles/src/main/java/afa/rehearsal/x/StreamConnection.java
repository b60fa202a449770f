package afa.rehearsal.x;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/** One open stream: lines go in, chunks come out, and silence is broken by a line end. */
final class StreamConnection {
  static final Buffer LINE_END = Buffer.buffer("\r\n");
  private static final int MOST_UNSENT_BYTES = 8 * 1024 * 1024;
  private static final long HELD_BACK_MILLIS = 150;
  private static final int SLOW_BYTES = 16;
  private static final long SLOW_MILLIS = 20;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Selection selection;
  private final Framing framing;
  private final Duration keepAlive;
  private final String id = UUID.randomUUID().toString();
  private final Instant connectedAt;
  private final Deque<Buffer> outbox = new ArrayDeque<>();
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long accepted; // bytes given to us
  private long written; // bytes given to the socket
  private long keepAliveTimer = -1; // 0 is the id of somebody else's timer
  private Pace pace = Pace.FREE;
  private boolean closed;

  /** How bytes leave. */
  private enum Pace {
    FREE,
    SLOW,
    STALLED
  }

  /** What to do once the socket has taken all bytes up to a position. */
  private record Mark(long position, Runnable reached) {}

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

  /** Sends a line; {@code sent} runs once all of it is on its way. */
  void line(Buffer line, Runnable sent) {
    Buffer bytes = Buffer.buffer(line.length() + 2).appendBuffer(line).appendBuffer(LINE_END);
    marks.add(new Mark(accepted + bytes.length(), sent));
    bytes(bytes);
  }

  /** Sends bytes as they are. */
  void bytes(Buffer bytes) {
    accepted += bytes.length();
    outbox.addAll(framing.add(bytes));
    // What the framing holds back travels with the next line, or alone when none follows.
    if (framing.holdsBack()) vertx.setTimer(HELD_BACK_MILLIS, later -> flush());
    pump();
  }

  private void flush() {
    outbox.addAll(framing.rest());
    pump();
  }

  private void pump() {
    while (!closed && pace == Pace.FREE && !outbox.isEmpty()) write(outbox.poll());
  }

  private void write(Buffer chunk) {
    written += chunk.length();
    long position = written;
    request.response().write(chunk).onSuccess(done -> passed(position));
    keepAliveLater();
  }

  private void passed(long position) {
    while (!marks.isEmpty() && marks.peek().position() <= position)
      marks.poll().reached().run();
  }

  private void keepAliveLater() {
    vertx.cancelTimer(keepAliveTimer);
    if (closed) return;
    keepAliveTimer = vertx.setTimer(Math.max(1, keepAlive.toMillis()), late -> bytes(LINE_END));
  }

  /** No byte leaves for that long; what comes meanwhile waits. */
  void stall(Duration length) {
    pace(Pace.STALLED, length);
  }

  /** Bytes leave a few at a time for that long. */
  void slow(Duration length) {
    pace(Pace.SLOW, length);
    trickle();
  }

  private void pace(Pace value, Duration length) {
    pace = value;
    vertx.setTimer(Math.max(1, length.toMillis()), over -> free());
  }

  private void trickle() {
    if (closed || pace != Pace.SLOW) return;
    Buffer chunk = outbox.poll();
    if (chunk != null) {
      int length = Math.min(SLOW_BYTES, chunk.length());
      if (length < chunk.length()) outbox.addFirst(chunk.getBuffer(length, chunk.length()));
      write(chunk.getBuffer(0, length));
    }
    vertx.setTimer(SLOW_MILLIS, later -> trickle());
  }

  /** Everything that waited leaves. */
  void free() {
    pace = Pace.FREE;
    pump();
  }

  Framing framing() {
    return framing;
  }

  /** Whether the reader takes bytes so slowly that X would cut it off. */
  boolean isTooSlow() {
    return request.response().writeQueueFull();
  }

  /** Sends what it held back and the beginning of a line; to be dropped thereafter. */
  void begin(Buffer line) {
    if (pace != Pace.FREE) return;
    flush();
    write(line.getBuffer(0, 1 + line.length() / 2));
  }

  /** Ends it without the end of a chunked answer; what the socket was given still arrives. */
  void drop() {
    gone();
    request.connection().close();
  }

  /** To be called when the reader has gone. */
  void gone() {
    closed = true;
    vertx.cancelTimer(keepAliveTimer);
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
