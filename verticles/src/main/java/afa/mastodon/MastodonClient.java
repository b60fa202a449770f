package afa.mastodon;

import afa.source.Backoff.Cause;
import afa.source.SourceFailure;
import afa.source.SourceProblem;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A server's API over HTTP. Every future fails with {@link SourceFailure} and nothing else, within
 * bounded time; an open stream has no such bound.
 */
final class MastodonClient {
  /** Most statuses in one answer, by Mastodon's documentation. */
  static final int PAGE = 40;

  private static final String STREAM = "/api/v1/streaming/hashtag?tag=";
  private static final String TIMELINE = "/api/v1/timelines/tag/";
  /** Each hashtag that is streamed keeps one. */
  private static final int MOST_CONNECTIONS = 32;

  private static final int MOST_BYTES = 8 << 20;

  private final MastodonServer server;
  private final MastodonTuning tuning;
  private final HttpClient http;

  MastodonClient(Vertx vertx, MastodonServer server, MastodonTuning tuning) {
    this.server = server;
    this.tuning = tuning;
    http = vertx.createHttpClient(
        new HttpClientOptions().setDecompressionSupported(true).setConnectTimeout((int)
            tuning.answer().toMillis()),
        new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
  }

  MastodonServer server() {
    return server;
  }

  Future<Void> close() {
    return http.close();
  }

  /** What the server says of itself; one that says nothing is taken as usual. */
  Future<Instance> instance() {
    return ask(url("/api/v2/instance")).compose(v2 -> {
      if (!v2.isRefused()) return good(v2).map(json -> Instance.ofV2(json, server));
      return ask(url("/api/v1/instance"))
          .compose(v1 -> v1.isRefused()
              ? Future.succeededFuture(Instance.unknown(server))
              : good(v1).map(json -> Instance.ofV1(json, server)));
    });
  }

  /** A page of a hashtag. */
  Future<TimelinePage> timeline(String tag, TimelinePlace place) {
    if (place.link() != null) return follow(tag, place.link());
    String after = place.after() == null ? "" : "&min_id=" + encoded(place.after());
    String before = place.before() == null ? "" : "&max_id=" + encoded(place.before());
    return timeline(url(TIMELINE + encoded(tag) + "?limit=" + PAGE + after + before));
  }

  /** The page at an address that the server gave; one behind a proxy may not know its own name. */
  private Future<TimelinePage> follow(String tag, String link) {
    if (isOurs(link)) return timeline(link);
    int query = link.indexOf('?');
    return query < 0
        ? Future.failedFuture(failure(Cause.SERVER, " sent a link to another server"))
        : timeline(url(TIMELINE + encoded(tag) + link.substring(query)));
  }

  private Future<TimelinePage> timeline(String address) {
    return ask(address).compose(answer -> good(answer)
        .compose(json -> json.isArray()
            ? Future.succeededFuture(TimelinePage.of(json, answer))
            : Future.failedFuture(failure(Cause.SERVER, " sent what is no timeline"))));
  }

  /** Those of the statuses that are still there, by their ids here. */
  Future<JsonNode> statuses(List<String> ids) {
    String query = ids.stream().map(id -> "id[]=" + encoded(id)).collect(Collectors.joining("&"));
    return ask(url("/api/v1/statuses?" + query.replace("[]", "%5B%5D")))
        .compose(this::good)
        .compose(json -> json.isArray()
            ? Future.succeededFuture(json)
            : Future.failedFuture(failure(Cause.SERVER, " sent what are no statuses")));
  }

  /** Opens the stream of a hashtag; nothing is read until {@link MastodonConnection#read}. */
  Future<HttpClientResponse> stream(Instance instance, String tag) {
    RequestOptions options = options(instance.streaming() + STREAM + encoded(tag), true)
        .putHeader("Accept-Encoding", "identity"); // what compresses also holds back
    return http.request(options)
        .compose(request -> inTime(request, request.send().map(HttpClientResponse::pause)))
        .compose(response -> response.statusCode() == 200
            ? Future.succeededFuture(response)
            : inTime(response.request(), whole(response)).compose(this::refused))
        .recover(this::failed);
  }

  /** A token that is not valid any more must not hide what everybody may read. */
  private Future<MastodonAnswer> ask(String address) {
    Future<MastodonAnswer> asked = ask(address, server.hasToken());
    if (!server.hasToken()) return asked;
    return asked.compose(answer -> answer.status() != 401
        ? Future.succeededFuture(answer)
        : ask(address, false).map(open -> open.isGood() ? open : answer));
  }

  private Future<MastodonAnswer> ask(String address, boolean withToken) {
    return http.request(options(address, withToken))
        .compose(request -> inTime(request, request.send().compose(this::whole)))
        .recover(this::failed);
  }

  private Future<JsonNode> good(MastodonAnswer answer) {
    if (!answer.isGood()) return refused(answer);
    return answer
        .json()
        .map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(failure(Cause.SERVER, " sent what is not JSON")));
  }

  private <T> Future<T> refused(MastodonAnswer answer) {
    return Future.failedFuture(new SourceFailure(answer.problem(server.name())));
  }

  /** No answer is not waited for longer than {@code answer}; what was begun is then given up. */
  private <T> Future<T> inTime(HttpClientRequest request, Future<T> step) {
    return step.timeout(tuning.answer().toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(tooLate -> request.reset());
  }

  private Future<MastodonAnswer> whole(HttpClientResponse response) {
    Promise<MastodonAnswer> answer = Promise.promise();
    Buffer body = Buffer.buffer();
    response.exceptionHandler(answer::tryFail);
    response.endHandler(end -> answer.tryComplete(new MastodonAnswer(
        response.statusCode(), response.headers()::get, body.toString(StandardCharsets.UTF_8))));
    response.handler(chunk -> {
      if (body.length() + chunk.length() <= MOST_BYTES) body.appendBuffer(chunk);
      else answer.tryFail(failure(Cause.SERVER, " sent too much at once"));
    });
    response.resume();
    return answer.future();
  }

  private RequestOptions options(String address, boolean withToken) {
    RequestOptions options = new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setAbsoluteURI(address)
        .setFollowRedirects(false)
        .putHeader("User-Agent", "AFeedApart");
    return withToken ? options.putHeader("Authorization", "Bearer " + server.token()) : options;
  }

  /** The token goes nowhere else. */
  private boolean isOurs(String link) {
    try {
      URI address = new URI(link);
      return server.base().getScheme().equalsIgnoreCase(address.getScheme())
          && server.base().getRawAuthority().equalsIgnoreCase(address.getRawAuthority());
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  private String url(String path) {
    return server.base() + path;
  }

  private SourceFailure failure(Cause cause, String what) {
    return new SourceFailure(SourceProblem.of(cause, server.name() + what));
  }

  private <T> Future<T> failed(Throwable failure) {
    boolean told = failure instanceof SourceFailure;
    return Future.failedFuture(told ? failure : failure(Cause.NETWORK, " does not answer"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
