package afa.x;

import afa.x.XRules.Added;
import afa.x.XRules.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * X's API over HTTP. Every future fails with {@link XFailure} and nothing else, within bounded time;
 * an open stream has no such bound.
 */
final class XClient {
  private static final String STREAM = "/2/tweets/search/stream";
  private static final String RULES = STREAM + "/rules";
  private static final String SEARCH = "/2/tweets/search/recent";
  private static final String LOOKUP = "/2/tweets";
  private static final String CONNECTIONS = "/2/connections";

  /** A page of 100 posts with all that comes along has about one mebibyte. */
  private static final int MOST_BYTES = 16 << 20;

  private final Vertx vertx;
  private final XConfig config;
  private final HttpClient http;
  private final XClock clock = new XClock(InstantSource.system());

  XClient(Vertx vertx, XConfig config) {
    this.vertx = vertx;
    this.config = config;
    http = vertx.createHttpClient(
        new HttpClientOptions().setConnectTimeout((int) config.tuning().answer().toMillis()));
  }

  /** The time at X. */
  Instant now() {
    return clock.now();
  }

  /** A time of X's clock by ours. */
  Instant ours(Instant atX) {
    return clock.ours(atX);
  }

  /** Closes all connections. */
  Future<Void> close() {
    return http.close();
  }

  /** All rules of the app. */
  Future<List<Rule>> rules() {
    return rules("", new ArrayList<>());
  }

  private Future<List<Rule>> rules(String page, List<Rule> found) {
    return ask(HttpMethod.GET, RULES + page, null).compose(answer -> {
      found.addAll(XRules.read(answer));
      String next = XJson.text(answer.path("meta"), "next_token");
      boolean more = !next.isEmpty() && found.size() < 100 * XRules.MOST_RULES;
      return more
          ? rules("?pagination_token=" + encoded(next), found)
          : Future.succeededFuture(found);
    });
  }

  /** Adds rules; those that X refuses are named in the answer. */
  Future<Added> addRules(List<String> values, String tag) {
    String body = XRules.addition(values, tag).toString();
    return ask(HttpMethod.POST, RULES, body).map(XRules::readAdded);
  }

  Future<Void> deleteRules(List<String> ids) {
    return ask(HttpMethod.POST, RULES, XRules.deletion(ids).toString()).mapEmpty();
  }

  /** A page of the posts of the last seven days that match, newest first. */
  Future<JsonNode> search(XQuery query) {
    String parameters = query.parameters() + "&" + config.fields().query();
    return ask(HttpMethod.GET, SEARCH + "?" + parameters, null);
  }

  /**
   * What became of posts.
   *
   * @param ids 1 to 100
   * @param fields parameters that say which parts of them
   */
  Future<JsonNode> lookup(List<String> ids, String fields) {
    String parameters = "ids=" + String.join(",", ids) + "&" + fields;
    return ask(HttpMethod.GET, LOOKUP + "?" + parameters, null);
  }

  /** Open connections of the app, as X counts them. */
  Future<JsonNode> connections() {
    return ask(HttpMethod.GET, CONNECTIONS + "?status=active", null);
  }

  /** Ends connections. */
  Future<Void> disconnect(List<String> ids) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ids.forEach(body.putArray("uuids")::add);
    return ask(HttpMethod.DELETE, CONNECTIONS, body.toString()).mapEmpty();
  }

  /** Opens the stream; nothing is read until {@link XConnection#read}. */
  Future<XConnection> connect() {
    return http.request(options(HttpMethod.GET, STREAM + "?" + XFields.TWEET.query()))
        .compose(request -> inTime(request, request.send().map(HttpClientResponse::pause)))
        .compose(this::opened)
        .recover(XClient::failed);
  }

  private Future<XConnection> opened(HttpClientResponse response) {
    clock.answered(headers(response));
    if (response.statusCode() == 200) {
      return Future.succeededFuture(
          new XConnection(vertx, response, config.tuning().stall()));
    }
    return inTime(response.request(), whole(response))
        .compose(answer -> Future.failedFuture(new XFailure(answer.problem())));
  }

  private Future<JsonNode> ask(HttpMethod method, String path, String body) {
    return http.request(options(method, path))
        .compose(request -> inTime(request, send(request, body).compose(this::whole)))
        .compose(answer -> {
          clock.answered(answer.headers());
          return answer.isGood()
              ? read(answer)
              : Future.failedFuture(new XFailure(answer.problem()));
        })
        .recover(XClient::failed);
  }

  private static Future<JsonNode> read(XAnswer answer) {
    return answer
        .json()
        .map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(
            new XFailure(XProblem.of(XProblem.Kind.SERVER, "an answer that is not JSON"))));
  }

  private static Future<HttpClientResponse> send(HttpClientRequest request, String body) {
    if (body == null) return request.send();
    return request.putHeader("Content-Type", "application/json").send(body);
  }

  /** No answer is not waited for longer than {@code answer}; what was begun is then given up. */
  private <T> Future<T> inTime(HttpClientRequest request, Future<T> step) {
    return step.timeout(config.tuning().answer().toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(tooLate -> request.reset());
  }

  private Future<XAnswer> whole(HttpClientResponse response) {
    Promise<XAnswer> answer = Promise.promise();
    Buffer body = Buffer.buffer();
    response.exceptionHandler(answer::tryFail);
    response.endHandler(end -> answer.tryComplete(new XAnswer(
        response.statusCode(), headers(response), body.toString(StandardCharsets.UTF_8))));
    response.handler(chunk -> {
      if (body.length() + chunk.length() <= MOST_BYTES) body.appendBuffer(chunk);
      else answer.tryFail("an answer of more than " + MOST_BYTES + " bytes");
    });
    response.resume();
    return answer.future();
  }

  private static XAnswer.Headers headers(HttpClientResponse response) {
    return new XAnswer.Headers(response.headers()::get);
  }

  private RequestOptions options(HttpMethod method, String path) {
    return new RequestOptions()
        .setMethod(method)
        .setAbsoluteURI(config.api() + path)
        .putHeader("Authorization", "Bearer " + config.token())
        .putHeader("User-Agent", "AFeedApart");
  }

  private static <T> Future<T> failed(Throwable failure) {
    return Future.failedFuture(
        failure instanceof XFailure ? failure : new XFailure(XFailure.problem(failure)));
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
