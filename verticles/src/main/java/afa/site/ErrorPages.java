package afa.site;

import afa.bus.BusFailure;
import afa.http.Templates;
import afa.library.TooSlow;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages for requests that have no other answer. */
final class ErrorPages {
  private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

  /** A store that went away is usually back by then, and nobody stares at an error for longer. */
  private static final String RETRY_SECONDS = "5";

  private final Templates templates;

  ErrorPages(Templates templates) {
    this.templates = templates;
  }

  /** Answers a request that failed, or that no route took. */
  void show(RoutingContext request) {
    if (request.response().ended() || request.response().headWritten()) return;
    int status = status(request.failure(), request.statusCode());
    if (status == 500) log.error("A page failed: route={}", route(request), request.failure());
    templates
        .render("error", Map.of("status", status, "retry", RETRY_SECONDS))
        .onSuccess(html -> {
          request
              .response()
              .setStatusCode(status)
              .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
              .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
          if (status == 503) request.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
          request.response().end(html);
        })
        .onFailure(broken -> {
          log.error("The error page failed", broken);
          request.response().setStatusCode(500).end();
        });
  }

  /** Not the path: that of a report is its secret. */
  private static String route(RoutingContext request) {
    return String.valueOf(
        request.currentRoute() == null ? null : request.currentRoute().getPath());
  }

  private static int status(@Nullable Throwable failure, int status) {
    if (failure instanceof TooSlow) return 503;
    if (failure instanceof BusFailure told) {
      return switch (told.kind()) {
        case NOT_FOUND -> 404;
        case SUPERSEDED -> 409;
        case UNAVAILABLE -> 503;
        case INVALID -> 400;
        case INTERNAL -> 500;
      };
    }
    return failure == null && status >= 400 && status < 500 ? status : 500;
  }
}
