package afa;

import afa.testkit.Http;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Posts to a node by HTTP, one after the other, each until it is acknowledged. */
final class Poster {
  private final int port;
  private final String path;
  private final String authorization;
  private final List<Long> numbers = new ArrayList<>();
  private volatile boolean enough;
  private CompletableFuture<Void> posting = CompletableFuture.completedFuture(null);

  Poster(int port, String event, String token) {
    this.port = port;
    this.path = "/events/" + event + "/updates";
    this.authorization = "Bearer " + token;
  }

  /** Goes on with the next one. */
  void start() {
    enough = false;
    posting = CompletableFuture.runAsync(this::post);
  }

  /** Waits until the last one is acknowledged, or was tried. */
  void stop() throws Exception {
    enough = true;
    posting.get(60, TimeUnit.SECONDS);
  }

  /** The numbers of all, as it was told. */
  synchronized List<Long> numbers() {
    return List.copyOf(numbers);
  }

  private void post() {
    while (!enough) {
      int next = numbers().size() + 1;
      post("{\"source\":\"test\",\"id\":\"" + next + "\",\"text\":\"post " + next + "\"}");
    }
  }

  private void post(String body) {
    try {
      var answer = Http.post(port, path, body, "Authorization", authorization);
      if (answer.statusCode() == 201) {
        acknowledged(new JsonObject(answer.body()).getJsonArray("numbers").getLong(0));
      } else {
        TimeUnit.MILLISECONDS.sleep(20); // as a poster does that was told to come back
      }
    } catch (Exception away) {
      // the same once more
    }
  }

  private synchronized void acknowledged(long number) {
    numbers.add(number);
  }
}
