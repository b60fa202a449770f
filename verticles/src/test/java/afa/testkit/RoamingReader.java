package afa.testkit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Follows a feed for as long as it may, as a browser's EventSource or as a program that polls: comes
 * back with its last number whenever a connection ends, and gives up at an answer that an EventSource
 * would give up at. Each update must follow the one before.
 */
public final class RoamingReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String feed;
  private final List<String> mistakes = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean closed;
  private volatile long last;
  private final AtomicLong connections = new AtomicLong();
  private volatile long longestStallMillis;
  private long heardNanos = System.nanoTime();
  private long retryMillis = 2_000;
  private String id = "";

  private RoamingReader(String feed, boolean polls) {
    this.feed = feed;
    thread = new Thread(() -> follow(polls), "reader");
    thread.setDaemon(true);
    thread.start();
  }

  /** By server-sent events. */
  public static RoamingReader streaming(int port, String feed) {
    return new RoamingReader("http://127.0.0.1:" + port + feed, false);
  }

  /** By long-polls. */
  public static RoamingReader polling(int port, String feed) {
    return new RoamingReader("http://127.0.0.1:" + port + feed, true);
  }

  /** The number of the last update it has. */
  public long last() {
    return last;
  }

  /** What went wrong: holes, doubles, answers that nobody comes back from. */
  public List<String> mistakes() {
    return mistakes;
  }

  /** Streams or polls that it began. */
  public long connections() {
    return connections.get();
  }

  /** The longest time without an update. */
  public long longestStallMillis() {
    return longestStallMillis;
  }

  private void follow(boolean polls) {
    while (!closed && mistakes.isEmpty()) {
      try {
        connections.incrementAndGet();
        if (polls) poll();
        else stream();
      } catch (IOException | UncheckedIOException cut) {
        // comes back
      } catch (InterruptedException | RuntimeException broken) {
        if (!closed) mistakes.add(broken.toString());
        return;
      }
    }
  }

  private void stream() throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(feed + "stream"));
    if (!id.isEmpty()) request.header("Last-Event-ID", id);
    try {
      HttpResponse<Stream<String>> answer = client.send(request.build(), BodyHandlers.ofLines());
      if (isGood(answer)) answer.body().forEach(this::line);
    } finally {
      if (!closed && mistakes.isEmpty()) Thread.sleep(retryMillis);
    }
  }

  private boolean isGood(HttpResponse<?> answer) {
    if (answer.statusCode() != 200) {
      mistakes.add(
          Instant.now() + " " + answer.statusCode() + " " + answer.headers().map());
    }
    return answer.statusCode() == 200;
  }

  private void line(String line) {
    if (line.startsWith("retry: ")) retryMillis = Long.parseLong(line.substring(7));
    else if (line.startsWith("id: ")) id = line.substring(4);
    else if (line.startsWith("event: ")) mistakes.add(line);
    else if (line.startsWith("data: ")) heard(new JsonObject(line.substring(6)).getLong("n"));
  }

  private void poll() throws IOException, InterruptedException {
    URI uri = URI.create(feed + "updates?wait=25&since=" + last);
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
    if (!isGood(answer)) return;
    JsonArray updates = new JsonObject(answer.body()).getJsonArray("updates");
    for (int i = 0; i < updates.size(); i++) heard(updates.getJsonObject(i).getLong("n"));
  }

  private void heard(long n) {
    if (n != last + 1) mistakes.add(n + " after " + last);
    long now = System.nanoTime();
    longestStallMillis = Math.max(longestStallMillis, (now - heardNanos) / 1_000_000);
    heardNanos = now;
    last = n;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
