package afa.bluesky;

import afa.source.Backoff;
import afa.source.SourceFailure;
import afa.source.SourceProblem;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The public part of Bluesky's API, which needs no login. Futures fail with {@link SourceFailure}
 * and nothing else, within bounded time; while the network asks to be left alone, at once.
 */
final class AppView {
  /** A page of 25 posts has about 100 KB. */
  private static final int MOST_BYTES = 4 << 20;

  private static final Duration MOST_PAUSE = Duration.ofMinutes(10);

  private final HttpClient http;
  private final String api;
  private final Duration answer;
  private Instant notBefore = Instant.EPOCH;

  /**
   * @param api base address
   * @param answer longest wait
   */
  AppView(Vertx vertx, String api, Duration answer) {
    this.api = api;
    this.answer = answer;
    http =
        vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) answer.toMillis()));
  }

  Future<Void> close() {
    return http.close();
  }

  /** Profiles by identifier; who is not there is not in the answer. */
  Future<Map<String, Profile>> profiles(List<String> dids) {
    return ask("app.bsky.actor.getProfiles", "actors", dids).compose(answer -> {
      Map<String, Profile> profiles = new HashMap<>();
      for (JsonNode view : list(answer, "profiles")) {
        String did = BlueskyJson.text(view, "did");
        if (AtUri.isDid(did)) profiles.put(did, Profile.of(did, view));
      }
      return Future.succeededFuture(profiles);
    });
  }

  /** Views of posts by address; what is not there any more is not in the answer. */
  Future<Map<String, JsonNode>> posts(List<String> uris) {
    return ask("app.bsky.feed.getPosts", "uris", uris).compose(answer -> {
      Map<String, JsonNode> posts = new HashMap<>();
      for (JsonNode view : list(answer, "posts")) posts.put(BlueskyJson.text(view, "uri"), view);
      return Future.succeededFuture(posts);
    });
  }

  /** An answer without its list is no answer: nothing may be concluded from it. */
  private static JsonNode list(JsonNode answer, String name) {
    JsonNode list = answer.path(name);
    if (!list.isArray()) throw failure(Backoff.Cause.SERVER, "an answer without " + name);
    return list;
  }

  private Future<JsonNode> ask(String method, String name, List<String> values) {
    if (Instant.now().isBefore(notBefore)) {
      return Future.failedFuture(failure(Backoff.Cause.LIMIT, "too many requests"));
    }
    String query = values.stream()
        .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    RequestOptions options = new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setAbsoluteURI(api + "/xrpc/" + method + "?" + query)
        .putHeader("accept", "application/json");
    Future<HttpClientRequest> request = http.request(options);
    return request
        .compose(HttpClientRequest::send)
        .compose(this::body)
        .timeout(answer.toMillis(), TimeUnit.MILLISECONDS)
        // Or a server that stalls would keep the connections for ever.
        .onFailure(given -> request.onSuccess(HttpClientRequest::reset))
        .recover(failure ->
            Future.failedFuture(failure instanceof SourceFailure ? failure : failure(failure)));
  }

  private Future<JsonNode> body(HttpClientResponse response) {
    int status = response.statusCode();
    if (status == 429) return limited(response);
    if (status != 200) {
      return Future.failedFuture(failure(Backoff.Cause.SERVER, "Bluesky answered " + status));
    }
    Buffer all = Buffer.buffer();
    response.handler(chunk -> {
      if (all.length() + chunk.length() > MOST_BYTES) response.request().reset();
      else all.appendBuffer(chunk);
    });
    return response.end().map(end -> BlueskyJson.object(all.toString(StandardCharsets.UTF_8))
        .orElseThrow(() -> failure(Backoff.Cause.SERVER, "an answer that is no JSON")));
  }

  private Future<JsonNode> limited(HttpClientResponse response) {
    Instant now = Instant.now();
    notBefore = now.plusSeconds(10);
    String reset = response.getHeader("ratelimit-reset");
    if (reset != null && reset.matches("[0-9]{1,12}")) {
      Instant told = Instant.ofEpochSecond(Long.parseLong(reset));
      Instant latest = now.plus(MOST_PAUSE);
      notBefore = told.isBefore(latest) ? told : latest;
    }
    return Future.failedFuture(failure(Backoff.Cause.LIMIT, "too many requests"));
  }

  private static SourceFailure failure(Throwable failure) {
    return failure(Backoff.Cause.NETWORK, failure.getClass().getSimpleName());
  }

  private static SourceFailure failure(Backoff.Cause cause, String sentence) {
    return new SourceFailure(SourceProblem.of(cause, sentence));
  }
}
