package afa.rehearsal.x;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Talks to a simulator as any HTTP client would, knowing nothing of its code. */
final class PlainClient {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final String token;

  PlainClient(String url, String token) {
    this.url = url;
    this.token = token;
  }

  HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  JsonObject getJson(String path) throws Exception {
    return new JsonObject(get(path).body());
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    HttpRequest request = request(path)
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(json))
        .build();
    return http.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> delete(String path) throws Exception {
    return http.send(request(path).DELETE().build(), BodyHandlers.ofString());
  }

  JsonObject addRule(String value) throws Exception {
    JsonObject rule = new JsonObject().put("value", value);
    String body = new JsonObject()
        .put("add", new io.vertx.core.json.JsonArray().add(rule))
        .encode();
    return new JsonObject(post("/2/tweets/search/stream/rules", body).body());
  }

  /** Opens the stream; the answer's status is whatever it is. */
  OpenStream stream(String parameters) throws IOException {
    return new OpenStream(URI.create(url + "/2/tweets/search/stream" + parameters), token);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + token);
  }
}
