package afa.backup;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts to a node, one post after the other, until it is ended. */
final class PostingThread {
  static final String TOKEN = "token-of-the-test";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Thread thread;
  private volatile boolean ended;

  private PostingThread(int port) {
    thread = new Thread(() -> run(port), "posting");
  }

  static PostingThread start(int port) {
    PostingThread posting = new PostingThread(port);
    posting.thread.start();
    return posting;
  }

  private void run(int port) {
    for (int i = 1; !ended; ) {
      try {
        post(port, "post " + i);
        i++;
      } catch (IOException refused) {
        // A node that begins says 503 for a moment: the same again.
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  /** Its number. */
  static long post(int port, String text) throws IOException, InterruptedException {
    JsonObject post =
        new JsonObject().put("source", "wall").put("id", text.replace(' ', '-')).put("text", text);
    HttpRequest request = request(port, "/events/wall/updates")
        .header("Authorization", "Bearer " + TOKEN)
        .POST(HttpRequest.BodyPublishers.ofString(post.encode()))
        .build();
    return answer(request).getJsonArray("numbers").getLong(0);
  }

  static JsonObject get(int port, String path) throws IOException, InterruptedException {
    return answer(request(port, path).build());
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(60));
  }

  private static JsonObject answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    if (response.statusCode() < 300) return new JsonObject(response.body());
    throw new IOException("HTTP " + response.statusCode() + ": " + response.body());
  }

  void end() throws InterruptedException {
    ended = true;
    thread.join();
  }
}
