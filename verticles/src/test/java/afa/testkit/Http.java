package afa.testkit;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A plain HTTP client for tests, independent of Vert.x. */
public final class Http {
  /** As long as what is awaited may take: on a busy machine an answer comes late. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Http() {}

  public static HttpResponse<String> get(int port, String path) throws Exception {
    return CLIENT.send(request(port, path).build(), BodyHandlers.ofString());
  }

  public static JsonObject json(int port, String path) throws Exception {
    HttpResponse<String> response = get(port, path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return new JsonObject(response.body());
  }

  public static CompletableFuture<JsonObject> later(int port, String path) {
    return CLIENT
        .sendAsync(request(port, path).build(), BodyHandlers.ofString())
        .thenApply(response -> new JsonObject(response.body()));
  }

  public static HttpResponse<String> post(int port, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        request(port, path).POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) request.headers(headers);
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  public static HttpResponse<String> method(int port, String path, String method) throws Exception {
    return CLIENT.send(
        request(port, path).method(method, HttpRequest.BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
  }
}
