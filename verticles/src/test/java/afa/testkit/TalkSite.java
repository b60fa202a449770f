package afa.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import afa.bus.RecordCodec;
import afa.feed.EventInfo;
import afa.message.BusMessage;
import afa.site.SiteConfig;
import afa.site.SiteVerticle;
import afa.store.StoreVerticle;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The pages of a node whose archive is a {@link FilledArchive} and whose log is empty. */
public final class TalkSite {
  private final AtomicReference<@Nullable Handler<HttpServerRequest>> door =
      new AtomicReference<>();
  private final int port;

  public TalkSite(Vertx vertx, EventInfo event, FilledArchive archive) throws Exception {
    this(vertx, event, archive, Clock.systemUTC());
  }

  public TalkSite(Vertx vertx, EventInfo event, FilledArchive archive, Clock clock)
      throws Exception {
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    HttpServerOptions strict =
        new HttpServerOptions().setHost("127.0.0.1").setStrictThreadMode(true);
    port = vertx
        .createHttpServer(strict)
        .requestHandler(request -> Objects.requireNonNull(door.get()).handle(request))
        .listen(0)
        .await(30, SECONDS)
        .actualPort();
    vertx.deployVerticle(new StoreVerticle(List.of(event), new InMemoryLog())).await(30, SECONDS);
    SiteConfig config = new SiteConfig(List.of(), Optional.of(archive.url()));
    vertx.deployVerticle(new SiteVerticle(door::set, config, clock)).await(30, SECONDS);
  }

  public int port() {
    return port;
  }
}
