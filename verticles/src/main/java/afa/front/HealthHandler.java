package afa.front;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What load balancers and monitoring ask: is the process alive, may readers be sent here. */
public final class HealthHandler {
  private final BooleanSupplier ready;
  private final PrometheusMeterRegistry metrics;
  private volatile Supplier<Optional<String>> reason = Optional::empty;

  /**
   * @param ready whether everything this node runs can serve
   */
  public HealthHandler(BooleanSupplier ready, PrometheusMeterRegistry metrics) {
    this.ready = ready;
    this.metrics = metrics;
  }

  /** Also says why it is not ready, where that is known. */
  public void because(Supplier<Optional<String>> why) {
    reason = why;
  }

  /** Answers the request if it is one of these; false leaves it to others. */
  boolean handle(String path, HttpServerRequest request) {
    if (path == null) return false;
    switch (path) {
      case "/health/live" -> status(request.response(), true);
      case "/health/ready" -> status(request.response(), ready.getAsBoolean());
      case "/metrics" ->
        request
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
            .end(metrics.scrape());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void status(HttpServerResponse response, boolean up) {
    response
        .setStatusCode(up ? 200 : 503)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body(up).toBuffer());
  }

  private JsonObject body(boolean up) {
    JsonObject body = new JsonObject().put("status", up ? "UP" : "DOWN");
    if (!up) reason.get().ifPresent(why -> body.put("reason", why));
    return body;
  }
}
