package afa.chaos;

import afa.chaos.checker.Posted;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Posts by HTTP, in small batches, and asks again, elsewhere, until each is acknowledged. Keeps the
 * ledger of what it sent.
 */
final class Publisher implements Runnable {
  static final String SOURCE = "chaos";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final int MOST_AT_ONCE = 5;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<URI> addresses;
  private final String token;
  private final double perSecond;
  private final Random random;
  private final List<Posted> ledger = new ArrayList<>();
  private volatile boolean ended;
  private volatile boolean givenUp;
  private volatile long longestMillis;
  private int turn;
  private long made;

  /**
   * @param addresses of the event's updates, on each node that takes posts
   */
  Publisher(List<URI> addresses, String token, double perSecond, Random random) {
    this.addresses = List.copyOf(addresses);
    this.token = token;
    this.perSecond = perSecond;
    this.random = random;
  }

  @Override
  public void run() {
    try {
      while (!ended) {
        int posts = 1 + random.nextInt(MOST_AT_ONCE);
        publish(posts);
        TimeUnit.MILLISECONDS.sleep((long) (posts * 1_000 / perSecond));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(int posts) throws InterruptedException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < posts; i++) ids.add(Long.toString(++made));
    String body = MAPPER.valueToTree(ids.stream().map(Publisher::post).toList()).toString();
    long begun = System.nanoTime();
    JsonNode answer = null;
    while (answer == null && !givenUp) answer = attempt(body);
    long now = System.currentTimeMillis();
    longestMillis = Math.max(longestMillis, (System.nanoTime() - begun) / 1_000_000);
    for (int i = 0; i < posts; i++) {
      long n = answer == null ? 0 : answer.path("numbers").path(i).asLong();
      String epoch = answer == null ? "" : answer.path("epoch").asText();
      note(new Posted(SOURCE + ":" + ids.get(i), n, epoch, now));
    }
  }

  private synchronized void note(Posted post) {
    ledger.add(post);
  }

  private record Post(String source, String id, String url, String text, String postedAt) {}

  private static Post post(String id) {
    String address = "https://posts.example/" + id;
    return new Post(SOURCE, id, address, "Sent on purpose: " + id, Instant.now().toString());
  }

  /** Null when there was no acknowledgement; the next attempt goes to another node. */
  private JsonNode attempt(String body) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(addresses.get(turn))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == 201) return MAPPER.readTree(answer.body());
    } catch (IOException away) {
      // As unknown as a refusal: the post may be in the log, or not.
    }
    turn = (turn + 1) % addresses.size();
    TimeUnit.MILLISECONDS.sleep(random.nextInt(100, 500));
    return null;
  }

  /** No new posts; those under way are finished. */
  void end() {
    ended = true;
  }

  /** What is not acknowledged by now never will be. */
  void giveUp() {
    ended = true;
    givenUp = true;
  }

  synchronized List<Posted> ledger() {
    return List.copyOf(ledger);
  }

  /** The longest that a batch had to be tried. */
  Duration longestWait() {
    return Duration.ofMillis(longestMillis);
  }
}
