package afa.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a post takes from the moment it was due at the HTTP ingest to its bytes at a reader of
 * server-sent events: through Redis with every append synced, the event bus and delivery. Open loop:
 * a stall of the publisher counts as delay. The node must be on this machine.
 */
public final class DelayBenchmark {
  /** Over HTTP/2 posts beyond the streams of one connection would fail here, before they are sent. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private DelayBenchmark() {}

  /**
   * Runs each rate in turn.
   *
   * @param args address of the event, readers, seconds of each run, rates in posts a second
   */
  public static void main(String[] args) throws Exception {
    if (args.length < 4) {
      System.err.println("usage: EVENT_URL READERS SECONDS RATE...   AFA_INGEST_TOKEN must be set");
      System.exit(2);
    }
    URI event = URI.create(args[0]);
    int readers = Integer.parseInt(args[1]);
    int seconds = Integer.parseInt(args[2]);
    run(event, readers, 5, 50); // warms both sides up; not counted
    System.out.println(
        "| posts/s | readers | received | lost | doubled | p50 ms | p99 ms | worst ms |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (int i = 3; i < args.length; i++) {
      int rate = Integer.parseInt(args[i]);
      System.out.println(run(event, readers, seconds, rate));
    }
    System.exit(0); // the client keeps threads of streams that were left open
  }

  private static String run(URI event, int readers, int seconds, int rate) throws Exception {
    int posts = seconds * rate;
    String run = UUID.randomUUID().toString();
    CountDownLatch connected = new CountDownLatch(readers);
    List<StreamedPosts> streams = new ArrayList<>();
    for (int i = 0; i < readers; i++) {
      StreamedPosts stream = new StreamedPosts(run, posts);
      streams.add(stream);
      Thread thread = new Thread(() -> read(event, stream, connected), "reader " + i);
      thread.setDaemon(true);
      thread.start();
    }
    if (!connected.await(30, TimeUnit.SECONDS)) throw new IOException("readers cannot connect");
    publish(event, run, posts, rate);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    for (StreamedPosts stream : streams) {
      stream.awaitAll(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
    return StreamedPosts.row(streams, rate, posts);
  }

  /**
   * Reads the raw connection, so that no client library stands between its bytes and the clock. Each
   * event lies within one chunk; the lines between that give a chunk's length say nothing here.
   */
  private static void read(URI event, StreamedPosts stream, CountDownLatch connected) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), event.getPort())) {
      String request =
          "GET " + event.getPath() + "/stream?since=-1 HTTP/1.1\r\nHost: bench\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader lines = new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("retry:")) connected.countDown();
        stream.line(line);
        if (stream.isComplete()) return;
      }
    } catch (IOException ended) {
      System.err.println("a stream ended: " + ended.getMessage());
    }
  }

  private static void publish(URI event, String run, int posts, int rate) {
    String authorization = "Bearer " + System.getenv("AFA_INGEST_TOKEN");
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
    for (int i = 0; i < posts; i++) {
      long due = start + TimeUnit.SECONDS.toNanos(i) / rate;
      while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
      String body = String.format(
          Locale.ROOT,
          "{\"source\":\"bench\",\"id\":\"%s-%d\",\"text\":\"%s %d %d %s\",\"author\":{\"name\":\"Bench\"}}",
          run,
          i,
          run,
          i,
          due,
          "x".repeat(300));
      HttpRequest request = HttpRequest.newBuilder(URI.create(event + "/updates"))
          .header("Authorization", authorization)
          .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
          .build();
      var unused =
          CLIENT.sendAsync(request, BodyHandlers.discarding()).whenComplete(DelayBenchmark::check);
    }
  }

  private static void check(HttpResponse<Void> response, Throwable failure) {
    if (failure != null) System.err.println("not posted: " + failure.getMessage());
    else if (response.statusCode() != 201) {
      System.err.println("not stored: " + response.statusCode());
    }
  }
}
