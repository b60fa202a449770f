package afa.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Posts its share over one connection, each array when it is due or, when answers are slow, as soon
 * as it can: the stamps are those of the plan. What was not confirmed is sent again.
 */
final class PostingClient implements Runnable {
  private static final long BROKEN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private static final String REST =
      "\",\"url\":\"https://social.example/@bench/112233445566778899\","
          + "\"author\":{\"name\":\"A Bench of Oak\",\"handle\":\"bench\",\"url\":"
          + "\"https://social.example/@bench\",\"avatar\":\"https://social.example/avatars/bench.png\"},"
          + "\"text\":\"" + "Everything that happens, happens at once. ".repeat(6) + "\"}";

  private final URI event;
  private final Share share;
  private final long start;
  private final double rate;
  private final Histogram answers = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
  private int refused;
  private int broken;
  private PostConnection connection;

  /**
   * Every {@code of}-th array of the posts {@code first} to {@code end} (exclusive).
   *
   * @param array posts sent at once
   */
  record Share(int first, int end, int array, int mine, int of) {}

  /**
   * @param start as {@link System#nanoTime}
   * @param rate of all who share, in posts a second; 0 for no waiting
   */
  PostingClient(URI event, Share share, long start, double rate) {
    this.event = event;
    this.share = share;
    this.start = start;
    this.rate = rate;
  }

  @Override
  public void run() {
    int step = share.array() * share.of();
    for (int at = share.first() + share.mine() * share.array(); at < share.end(); at += step) {
      long due = rate == 0 ? start : start + (long) ((at - share.first()) * 1e9 / rate);
      sleepUntil(due);
      byte[] body = body(at, Math.min(share.end(), at + share.array()), due);
      long sent = System.nanoTime();
      while (!send(body)) sent = System.nanoTime();
      answers.recordValue((System.nanoTime() - sent) / 1_000);
    }
    if (connection != null) connection.close();
  }

  private static void sleepUntil(long due) {
    while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
  }

  private boolean send(byte[] body) {
    try {
      if (connection == null) connection = new PostConnection(event);
      PostConnection.Answer answer = connection.post(body);
      if (answer.status() == 201) return true;
      refused++;
      if (answer.status() != 503 && answer.status() != 429) {
        throw new IllegalStateException("HTTP " + answer.status());
      }
      sleepUntil(System.nanoTime() + TimeUnit.SECONDS.toNanos(answer.retryAfterSeconds()));
    } catch (IOException lost) {
      broken++;
      if (connection != null) connection.close();
      connection = null;
      sleepUntil(System.nanoTime() + BROKEN_NANOS);
    }
    return false;
  }

  private byte[] body(int from, int to, long due) {
    StringBuilder json = new StringBuilder(700 * (to - from));
    for (int i = from; i < to; i++) {
      json.append(i == from ? share.array() == 1 ? "" : "[" : ",");
      json.append("{\"source\":\"bench\",\"id\":\"").append(i).append('-').append(due);
      json.append(REST);
    }
    if (share.array() > 1) json.append(']');
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** How long the server took for each array, in microseconds. */
  Histogram answers() {
    return answers;
  }

  /** How often it was told to come back later. */
  int refused() {
    return refused;
  }

  /** How often the connection ended instead of an answer. */
  int broken() {
    return broken;
  }
}
