package afa.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Reads the server-sent events of an event and checks that each update comes once, with the next
 * number. Works on bytes, as it shares the processors with what it measures. A stream that ends is
 * resumed by its number.
 */
final class CheckingReader {
  private static final byte[] NUMBER = bytes("data: {\"n\":");
  private static final byte[] ID = bytes("\"id\":\"");

  private final URI event;
  private final BitSet seen;
  private final int posts;
  private Histogram delaysMicros = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
  private long last; // number of the update that came last
  private int total;
  private long doubled;
  private long disordered;
  private long reconnected;

  CheckingReader(URI event, int posts) {
    this.event = event;
    this.posts = posts;
    this.seen = new BitSet(posts);
  }

  void run(CountDownLatch connected) {
    while (!isComplete()) {
      try {
        read(connected);
      } catch (IOException ended) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
      if (!isComplete()) countReconnect();
    }
  }

  private void read(CountDownLatch connected) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), event.getPort())) {
      String request =
          "GET " + event.getPath() + "/stream?since=" + last() + " HTTP/1.1\r\nHost: bench\r\n\r\n";
      socket.getOutputStream().write(bytes(request));
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[1 << 18];
      int kept = 0;
      for (int read = in.read(buffer);
          read >= 0;
          read = in.read(buffer, kept, buffer.length - kept)) {
        connected.countDown();
        kept = take(buffer, kept + read, System.nanoTime());
        if (isComplete()) return;
      }
    }
  }

  /** Takes the lines that are whole; gives the length of what is left, moved to the front. */
  private synchronized int take(byte[] buffer, int end, long now) {
    int begin = 0;
    for (int at = 0; at < end; at++) {
      if (buffer[at] != '\n') continue;
      if (starts(buffer, begin, at, NUMBER)) update(buffer, begin + NUMBER.length, at, now);
      begin = at + 1;
    }
    System.arraycopy(buffer, begin, buffer, 0, end - begin);
    notifyAll();
    return end - begin;
  }

  private void update(byte[] line, int at, int end, long now) {
    long n = number(line, at);
    if (n != last + 1) disordered++;
    last = n;
    int id = at;
    while (id < end && !starts(line, id, end, ID)) id++;
    int index = (int) number(line, id + ID.length);
    if (seen.get(index)) doubled++;
    else total++;
    seen.set(index);
    int dash = id + ID.length;
    while (line[dash] != '-') dash++;
    delaysMicros.recordValue(Math.max(0, (now - number(line, dash + 1)) / 1_000));
  }

  private static boolean starts(byte[] line, int at, int end, byte[] with) {
    if (end - at < with.length) return false;
    for (int i = 0; i < with.length; i++) if (line[at + i] != with[i]) return false;
    return true;
  }

  private static long number(byte[] line, int at) {
    long number = 0;
    for (int i = at; line[i] >= '0' && line[i] <= '9'; i++) number = number * 10 + line[i] - '0';
    return number;
  }

  /** Waits until so many posts came, at most until {@code deadline} ({@link System#nanoTime}). */
  synchronized void awaitTotal(int expected, long deadline) throws InterruptedException {
    while (total < expected && System.nanoTime() < deadline) wait(100);
  }

  /** Forgets the delays, not what was seen. */
  synchronized void measureAnew() {
    delaysMicros = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
  }

  synchronized Histogram delays() {
    return delaysMicros.copy();
  }

  private synchronized boolean isComplete() {
    return total == posts;
  }

  private synchronized long last() {
    return last;
  }

  private synchronized void countReconnect() {
    reconnected++;
  }

  /** How many different posts came. */
  synchronized int total() {
    return total;
  }

  synchronized int lost() {
    return posts - total;
  }

  synchronized long doubled() {
    return doubled;
  }

  synchronized long disordered() {
    return disordered;
  }

  synchronized long reconnected() {
    return reconnected;
  }

  synchronized boolean isClean() {
    return lost() == 0 && doubled == 0 && disordered == 0;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
