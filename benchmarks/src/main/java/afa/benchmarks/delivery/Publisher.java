package afa.benchmarks.delivery;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts at a steady rate over one connection, which keeps the order. Open loop: a message bears the
 * time it was due, so a server that takes it late has delayed it.
 */
final class Publisher implements AutoCloseable {
  private static final long NAP_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  private final Envelope envelope;
  private final SocketChannel channel;
  private final Selector selector = Selector.open();
  private final ByteBuffer answers = ByteBuffer.allocate(1 << 16);
  private ByteBuffer sending = ByteBuffer.allocate(0);
  private long sendAt; // by Clock.micros: a server that had no room said when to come again
  private int outstanding;
  private long sequence;
  private long refused;

  /**
   * Connects.
   *
   * @param sequence number of the newest message that the server has of the bench
   */
  Publisher(Target target, long sequence) throws IOException {
    this.sequence = sequence;
    envelope = target.envelope();
    channel = SocketChannel.open(target.address());
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.register(selector, SelectionKey.OP_READ);
  }

  /** Number of the newest message. */
  long sequence() {
    return sequence;
  }

  /** Requests that were not answered with success, since the connection was opened. */
  long refused() {
    return refused;
  }

  /**
   * Publishes for a while, then waits for the answers.
   *
   * @param startMicros when the first message is due
   * @param patience how long to wait for a server that is behind with taking messages
   */
  void publish(double rate, long startMicros, double seconds, double patience) throws IOException {
    long count = Math.round(rate * seconds);
    long first = sequence + 1;
    long deadline = startMicros + (long) ((seconds + patience) * 1e6);
    while ((sequence < first + count - 1 || busy()) && Clock.micros() < deadline) {
      post(first, count, rate, startMicros);
      if (!exchange()) nap(startMicros + dueAfter(sequence + 1 - first, rate));
    }
  }

  private void post(long first, long count, double rate, long startMicros) {
    if (sending.hasRemaining() || outstanding >= envelope.outstanding()) return;
    List<Envelope.Due> due = new ArrayList<>();
    long now = Clock.micros();
    while (due.size() < envelope.batch() && sequence < first + count - 1) {
      long at = startMicros + dueAfter(sequence + 1 - first, rate);
      if (at > now) break;
      due.add(new Envelope.Due(++sequence, at));
    }
    if (due.isEmpty()) return;
    sending = envelope.request(due);
    outstanding++;
  }

  private static long dueAfter(long index, double rate) {
    return (long) (index * 1e6 / rate);
  }

  private boolean busy() {
    return outstanding > 0 || sending.hasRemaining();
  }

  /** Returns whether anything moved. */
  private boolean exchange() throws IOException {
    int sent = maySend() ? channel.write(sending) : 0;
    if (outstanding == 0) return sent > 0;
    int got = channel.read(answers);
    if (got < 0) throw new IOException("the server ended the publisher's connection");
    if (got > 0) count();
    return sent > 0 || got > 0;
  }

  private boolean maySend() {
    return sending.hasRemaining() && Clock.micros() >= sendAt;
  }

  private void count() {
    int from = 0;
    while (true) {
      HttpAnswer answer = HttpAnswer.at(answers, from, answers.position());
      if (answer == null || answer.end() < 0) break;
      from = answer.end();
      if (mayComeAgain(answer)) continue;
      if (answer.status() / 100 != 2) refused++;
      outstanding--;
    }
    answers.flip().position(from);
    answers.compact();
  }

  /**
   * Sends the same once more when a server that is asked one thing at a time wants that; what is
   * late then is late by its due time. A message that it had taken already keeps its number.
   */
  private boolean mayComeAgain(HttpAnswer answer) {
    String seconds = answer.header("retry-after");
    if (answer.status() != 503 || seconds == null || envelope.outstanding() != 1) return false;
    sendAt = Clock.micros() + TimeUnit.SECONDS.toMicros(Long.parseLong(seconds));
    sending.rewind();
    return true;
  }

  private void nap(long dueMicros) throws IOException {
    long untilDue = TimeUnit.MICROSECONDS.toNanos(dueMicros - Clock.micros());
    if (sending.hasRemaining()) LockSupport.parkNanos(NAP_NANOS);
    else if (outstanding > 0) awaitAnswer(untilDue);
    else if (untilDue > 0) LockSupport.parkNanos(untilDue);
  }

  /** Until what is due next, if it may be sent then; the selector cannot wait less than a millisecond. */
  private void awaitAnswer(long untilDue) throws IOException {
    boolean full = outstanding >= envelope.outstanding();
    long millis = full ? 20 : Math.min(20, TimeUnit.NANOSECONDS.toMillis(untilDue));
    if (millis > 0) selector.select(key -> {}, millis);
    else if (untilDue > 0) LockSupport.parkNanos(untilDue);
  }

  @Override
  public void close() throws IOException {
    selector.close();
    channel.close();
  }
}
