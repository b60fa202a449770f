package afa.rehearsal.x;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/** What goes wrong with single lines of the stream. */
final class StreamFaults {
  private static final int REMEMBERED = 20; // lines that may come once more
  private static final int OVERTAKEN = 2; // lines that pass one held back
  private static final long HELD_MILLIS = 2_000;

  private final Vertx vertx;
  private final RandomGenerator random;
  private final Deque<Line> recent = new ArrayDeque<>();
  private boolean framing;
  private boolean cutNext;
  private boolean holdNext;
  private boolean loseNext;
  private Instant silentUntil = Instant.MIN;
  private Line held;
  private int passed;

  private record Line(Buffer text, Runnable sent) {}

  StreamFaults(Vertx vertx, RandomGenerator random) {
    this.vertx = vertx;
    this.random = random;
  }

  /** Whether new connections are framed in the hostile way. */
  boolean framing() {
    return framing;
  }

  void framing(boolean value) {
    framing = value;
  }

  void cutNext() {
    cutNext = true;
  }

  void holdNext() {
    holdNext = true;
  }

  void loseNext() {
    loseNext = true;
  }

  void silence(Instant until) {
    silentUntil = until;
  }

  /** Whether a post of that moment never leaves; the next one that does not is asked for once. */
  boolean loses(Instant now) {
    boolean lost = loseNext || now.isBefore(silentUntil);
    loseNext = false;
    return lost;
  }

  /** Whether the next line is to be cut; it is asked once. */
  boolean takeCut() {
    boolean cut = cutNext;
    cutNext = false;
    return cut;
  }

  void calm() {
    framing = false;
    cutNext = false;
    holdNext = false;
    loseNext = false;
    silentUntil = Instant.MIN;
  }

  /** The connection has ended: what was held back for it is not sent any more. */
  void closed() {
    held = null;
  }

  void send(StreamConnection connection, Buffer text, Runnable sent) {
    Line line = new Line(text, sent);
    recent.addLast(line);
    if (recent.size() > REMEMBERED) recent.removeFirst();
    if (holdNext) {
      hold(connection, line);
      return;
    }
    connection.line(text, sent);
    if (held != null && ++passed == OVERTAKEN) release(connection, held);
  }

  private void hold(StreamConnection connection, Line line) {
    holdNext = false;
    if (held != null) release(connection, held);
    held = line;
    passed = 0;
    vertx.setTimer(HELD_MILLIS, late -> release(connection, line));
  }

  private void release(StreamConnection connection, Line line) {
    if (!line.equals(held)) return;
    held = null;
    connection.line(line.text(), line.sent());
  }

  /** Sends one of the last lines once more. */
  void repeat(StreamConnection connection) {
    if (recent.isEmpty()) return;
    Line[] lines = recent.toArray(Line[]::new);
    Line line = lines[random.nextInt(lines.length)];
    if (!line.equals(held)) connection.line(line.text(), line.sent());
  }
}
