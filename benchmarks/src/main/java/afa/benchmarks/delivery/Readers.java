package afa.benchmarks.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All readers of a server, on one thread: one selector, one buffer, one read for each reader that has
 * something. The sums of a run are in {@link #tally()}.
 */
final class Readers implements MessageScanner.Sink, AutoCloseable {
  /** Connections being opened at once: below the backlog of every server. */
  private static final int OPENING = 256;

  /** Room before the place to read to, for what was kept of the last read. */
  private static final int KEPT = 1 << 20;

  private static final int READ = 1 << 19;

  private final Target target;
  private final Protocol protocol;
  private final Tally tally = new Tally();
  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(KEPT + READ);
  private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
  private final List<Reader> readers = new ArrayList<>();
  private final Thread thread = new Thread(this::loop, "readers");
  private volatile boolean stopped;
  private Ramp ramp = new Ramp(0);
  private Reader current;
  private long now;
  private long lastSequence;
  private Consumer<Reader> comeBack;

  /** How readers ask. */
  enum Mode {
    STREAM,
    POLL
  }

  Readers(Target target, Mode mode) throws IOException {
    this.target = target;
    MessageScanner scanner = new MessageScanner(this);
    this.protocol = mode == Mode.STREAM
        ? new Protocol.Streaming(target, scanner)
        : new Protocol.Polling(target, scanner);
    thread.setDaemon(true);
    thread.start();
  }

  Tally tally() {
    return tally;
  }

  /** Connects as fast as the server accepts; completes when all are answered. */
  CompletableFuture<Ramp> connect(int count) {
    return call(() -> {
          ramp = new Ramp(count);
          return ramp.done;
        })
        .thenCompose(done -> done);
  }

  /** From now on messages after {@code sequence} count, and delays of those due since {@code countedFrom}. */
  void startRun(long sequence, long countedFrom) {
    call(() -> {
          lastSequence = sequence;
          tally.restart(countedFrom);
          for (Reader reader : readers) reader.check.startAfter(sequence);
          return null;
        })
        .join();
  }

  /** Runs on the thread of the readers, which alone may touch them. */
  <T> CompletableFuture<T> call(Supplier<T> action) {
    CompletableFuture<T> result = new CompletableFuture<>();
    commands.add(() -> {
      try {
        result.complete(action.get());
      } catch (RuntimeException failure) {
        result.completeExceptionally(failure);
      }
    });
    selector.wakeup();
    return result;
  }

  private void loop() {
    try {
      while (!stopped) {
        for (Runnable next = commands.poll(); next != null; next = commands.poll()) next.run();
        while (ramp.wants(OPENING)) open(protocol.start(), lastSequence);
        selector.select(this::ready, 100);
        tally.publish();
      }
    } catch (IOException | RuntimeException failure) {
      stopped = true;
      ramp.done.completeExceptionally(failure);
    }
  }

  /**
   * Begins to connect one reader; on the thread of the readers.
   *
   * @param after number of the message before the first that it must get
   */
  void open(String place, long after) {
    try {
      Reader reader = Reader.open(selector, target.address(), readers.size(), place);
      reader.check.startAfter(after);
      readers.add(reader);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All that are here; on the thread of the readers. */
  List<Reader> all() {
    return readers;
  }

  /** Whom the server left is given to {@code comeBack}; without it the ramp fails. */
  void onEnd(Consumer<Reader> comeBack) {
    call(() -> this.comeBack = comeBack).join();
  }

  private void ready(SelectionKey key) {
    current = (Reader) key.attachment();
    try {
      if (key.isConnectable()) connected(key);
      else read();
    } catch (IOException | RuntimeException failure) {
      ended(failure);
    }
  }

  private void connected(SelectionKey key) throws IOException {
    current.channel.finishConnect();
    key.interestOps(SelectionKey.OP_READ);
    current.send(protocol.request(current));
    if (protocol.waitsSilently()) ramp.answered();
  }

  private void read() throws IOException {
    buffer.limit(KEPT + READ).position(KEPT);
    int got = current.channel.read(buffer);
    if (got < 0) throw new IOException("ended by the server");
    now = Clock.micros();
    int to = KEPT + got;
    buffer.limit(to);
    int from = current.restore(buffer, KEPT);
    boolean before = current.answered;
    current.keep(buffer, protocol.receive(current, buffer, from, to), to);
    if (before != current.answered) ramp.answered();
  }

  private void ended(Exception failure) {
    tally.closed();
    current.leave(true);
    readers.remove(current);
    if (comeBack != null) comeBack.accept(current);
    else ramp.failed(failure);
  }

  @Override
  public void message(long sequence, long dueMicros) {
    SequenceCheck.Verdict verdict = current.check.see(sequence);
    tally.message(verdict, Math.max(dueMicros, current.openedMicros), now);
  }

  @Override
  public void torn() {
    tally.torn();
  }

  /** All leave by RST: ports that wait for late packets would be missing in the next run. */
  void disconnect() {
    call(() -> {
          readers.forEach(reader -> reader.leave(true));
          readers.clear();
          return null;
        })
        .join();
  }

  @Override
  public void close() throws IOException {
    if (thread.isAlive()) disconnect();
    stopped = true;
    selector.wakeup();
    try {
      thread.join(5_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    selector.close();
  }
}
