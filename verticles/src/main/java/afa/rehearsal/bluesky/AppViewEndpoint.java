package afa.rehearsal.bluesky;

import afa.rehearsal.Fault;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code getProfiles} and {@code getPosts} below {@code /xrpc}: the public API without login. */
final class AppViewEndpoint {
  private static final int MOST = 25;
  private static final int WINDOW_SECONDS = 300;

  private final Repositories repositories;
  private final Skyline accounts;
  private final Outages outages;
  private final InstantSource clock;
  private final Supplier<String> publicUrl;
  private int requests;

  /** @param publicUrl where browsers reach the pictures */
  AppViewEndpoint(
      Repositories repositories,
      Skyline accounts,
      Outages outages,
      InstantSource clock,
      Supplier<String> publicUrl) {
    this.repositories = repositories;
    this.accounts = accounts;
    this.outages = outages;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /** @param prefix before the paths of the real network */
  void mount(Router router, String prefix) {
    router
        .get(prefix + "/xrpc/app.bsky.actor.getProfiles")
        .handler(context -> list(context, "actors", "profiles", this::profile));
    router
        .get(prefix + "/xrpc/app.bsky.feed.getPosts")
        .handler(context -> list(context, "uris", "posts", this::post));
    router.get(prefix + "/xrpc/app.bsky.feed.searchPosts").handler(context -> context
        .response()
        .setStatusCode(403)
        .putHeader("content-type", "text/html")
        .end("<html>403 Forbidden</html>"));
  }

  /** How many requests there were so far. */
  int requests() {
    return requests;
  }

  private void list(
      RoutingContext context, String asked, String answered, Function<String, JsonObject> view) {
    requests++;
    List<String> values = context.queryParam(asked);
    Optional<Fault> refusal =
        outages.refusal(Fault.OUTAGE, Fault.SEARCH_UNAVAILABLE, Fault.RATE_LIMITED);
    if (refusal.isPresent()) {
      refuse(context.response(), refusal.get());
    } else if (values.isEmpty() || values.size() > MOST) {
      String words = "Error: " + asked + " must have no more than " + MOST + " elements";
      error(context.response(), 400, "InvalidRequest", words);
    } else {
      JsonArray found = new JsonArray();
      values.stream().map(view).filter(java.util.Objects::nonNull).forEach(found::add);
      context.json(new JsonObject().put(answered, found));
    }
  }

  private void refuse(HttpServerResponse response, Fault fault) {
    if (fault != Fault.RATE_LIMITED) {
      error(response, 503, "ServiceUnavailable", "rehearsed");
      return;
    }
    response
        .putHeader("ratelimit-limit", "3000")
        .putHeader("ratelimit-remaining", "0")
        .putHeader("ratelimit-reset", Long.toString(clock.instant().getEpochSecond() + 1))
        .putHeader("ratelimit-policy", "3000;w=" + WINDOW_SECONDS);
    error(response, 429, "RateLimitExceeded", "Rate Limit Exceeded");
  }

  private static void error(HttpServerResponse response, int status, String name, String words) {
    response
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(new JsonObject().put("error", name).put("message", words).encode());
  }

  private JsonObject profile(String did) {
    return accounts.profile(did, publicUrl.get());
  }

  private JsonObject post(String uri) {
    Skeet post = repositories.find(uri);
    if (post == null) return null;
    return new JsonObject()
        .put("uri", uri)
        .put("cid", post.cid())
        .put("author", profile(post.did()))
        .put("record", post.record())
        .put("labels", new JsonArray())
        .put("likeCount", 0)
        .put("indexedAt", Records.time(post.postedAt()));
  }
}
