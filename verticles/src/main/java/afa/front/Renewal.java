package afa.front;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.ServerSSLOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a renewed certificate once its files were replaced: to whoever connects from then on; who is
 * connected stays. Files that cannot be used are told once, and what was shown is shown on.
 */
final class Renewal {
  /** Between two looks at the files. */
  static final Duration EVERY = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger(Renewal.class);

  private final Vertx vertx;
  private final Function<TlsPair, ServerSSLOptions> options;
  private final HttpServer server;
  private TlsPair shown;
  private List<String> told = List.of();

  Renewal(
      Vertx vertx, TlsPair shown, Function<TlsPair, ServerSSLOptions> options, HttpServer server) {
    this.vertx = vertx;
    this.shown = shown;
    this.options = options;
    this.server = server;
  }

  /** Looks at the files; says whether another certificate is shown now. */
  Future<Boolean> look() {
    List<String> problems = new ArrayList<>();
    return vertx
        .executeBlocking(() -> shown.again(problems))
        .compose(found -> show(found, problems))
        .onFailure(failure -> log.warn("The certificate cannot be renewed", failure));
  }

  private Future<Boolean> show(Optional<TlsPair> found, List<String> problems) {
    if (!problems.equals(told)) tell(problems);
    if (found.isEmpty() || found.get().equals(shown)) return Future.succeededFuture(false);
    TlsPair pair = found.get();
    return server.updateSSLOptions(options.apply(pair)).map(updated -> {
      shown = pair;
      log.info("The certificate was renewed: file={}", pair.certFile());
      return true;
    });
  }

  private void tell(List<String> problems) {
    told = List.copyOf(problems);
    if (told.isEmpty()) return;
    log.warn("The old certificate is shown on: {}", String.join("; ", told));
  }
}
