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
  private final BooleanSupplier draining;
  private final Leaving leaving;
  private final PrometheusMeterRegistry metrics;
  private volatile Supplier<Optional<String>> reason = Optional::empty;

  /**
   * @param ready whether everything this node runs can serve
   * @param draining whether readers are being sent away
   */
  public HealthHandler(
      BooleanSupplier ready,
      BooleanSupplier draining,
      Leaving leaving,
      PrometheusMeterRegistry metrics) {
    this.ready = ready;
    this.draining = draining;
    this.leaving = leaving;
    this.metrics = metrics;
  }

  /** Of a node that stays. */
  public HealthHandler(BooleanSupplier ready, PrometheusMeterRegistry metrics) {
    this(ready, () -> false, new Leaving(), metrics);
  }

  /** Also says why it is not ready, where that is known. */
  public void because(Supplier<Optional<String>> why) {
    reason = why;
  }

  /** Answers the request if it is one of these; false leaves it to others. */
  boolean handle(String path, HttpServerRequest request) {
    if (path == null) return false;
    switch (path) {
      case "/health/live" -> status(request.response(), 200, "UP");
      case "/health/ready" -> ready(request.response());
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

  private void ready(HttpServerResponse response) {
    leaving.asked();
    if (leaving.isUnderWay() || draining.getAsBoolean()) status(response, 503, "DRAINING");
    else if (ready.getAsBoolean()) status(response, 200, "UP");
    else status(response, 503, "DOWN");
  }

  private void status(HttpServerResponse response, int code, String status) {
    response
        .setStatusCode(code)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body(code, status).toBuffer());
  }

  private JsonObject body(int code, String status) {
    JsonObject body = new JsonObject().put("status", status);
    if (code != 200) reason.get().ifPresent(why -> body.put("reason", why));
    return body;
  }
}
