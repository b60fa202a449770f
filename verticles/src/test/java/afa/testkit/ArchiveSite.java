package afa.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import afa.bus.RecordCodec;
import afa.database.DatabaseUrl;
import afa.feed.EventInfo;
import afa.message.BusMessage;
import afa.site.SiteConfig;
import afa.site.SiteVerticle;
import afa.store.StoreVerticle;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The pages over a real archive, by HTTP. */
public final class ArchiveSite implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final int port;

  /**
   * @param events that run; their logs are in memory
   */
  public ArchiveSite(String databaseUrl, EventInfo... events) throws Exception {
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    AtomicReference<@Nullable Handler<HttpServerRequest>> door = new AtomicReference<>();
    // As the front does: whoever answers on another event loop than the connection's is refused.
    HttpServerOptions strict =
        new HttpServerOptions().setHost("127.0.0.1").setStrictThreadMode(true);
    port = vertx
        .createHttpServer(strict)
        .requestHandler(request -> Objects.requireNonNull(door.get()).handle(request))
        .listen(0)
        .await(30, SECONDS)
        .actualPort();
    vertx.deployVerticle(new StoreVerticle(List.of(events), new InMemoryLog())).await(30, SECONDS);
    SiteConfig config = new SiteConfig(List.of(), Optional.of(DatabaseUrl.parse(databaseUrl)));
    vertx.deployVerticle(new SiteVerticle(door::set, config)).await(30, SECONDS);
  }

  public Vertx vertx() {
    return vertx;
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    vertx.close().timeout(10, SECONDS).toCompletionStage().toCompletableFuture().join();
  }
}
