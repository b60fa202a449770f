package afa.coverage;

import afa.bus.BusFailure;
import afa.http.EventPath;
import afa.http.Home;
import afa.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Function;

/** Answers {@code GET /events/{event}/coverage}, for pages of any site. */
final class CoverageHandler implements Handler<HttpServerRequest> {
  private static final String METHODS = "GET, HEAD, OPTIONS";
  private static final int RETRY_SECONDS = 2;

  private final Home home;
  private final Function<String, Future<Told>> answer;

  /**
   * @param answer asked at home
   */
  CoverageHandler(Home home, Function<String, Future<Told>> answer) {
    this.home = home;
    this.answer = answer;
  }

  @Override
  public void handle(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    HttpMethod method = request.method();
    if (HttpMethod.OPTIONS.equals(method)) {
      allow(response);
    } else if (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) {
      String event = EventPath.parse(request.path()).map(EventPath::event).orElse("");
      home.ask(() -> answer.apply(event))
          .onSuccess(told -> send(response, told))
          .onFailure(failure -> refuse(response, failure));
    } else {
      response.putHeader(HttpHeaders.ALLOW, METHODS);
      new Problem(405, "Method not allowed", "readers use GET").send(response);
    }
  }

  private static void send(HttpServerResponse response, Told told) {
    if (response.closed()) return;
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .end(told.json());
  }

  private static void refuse(HttpServerResponse response, Throwable failure) {
    if (failure instanceof BusFailure told && told.kind() == BusFailure.Kind.NOT_FOUND) {
      Problem.notFound(String.valueOf(told.getMessage())).send(response);
    } else {
      Problem.unavailable("what is stored cannot be read").send(response, RETRY_SECONDS);
    }
  }

  private static void allow(HttpServerResponse response) {
    response
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Cache-Control")
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400")
        .end();
  }
}
