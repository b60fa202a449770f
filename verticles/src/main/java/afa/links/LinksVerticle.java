package afa.links;

import afa.bus.Ownership;
import afa.bus.Pulse;
import afa.database.DatabaseUrl;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers the addresses that posts name, and looks once where each leads; one in the cluster does. */
public final class LinksVerticle extends VerticleBase implements Ownership.Owner {
  private static final Logger log = LoggerFactory.getLogger(LinksVerticle.class);

  private static final Duration PAUSE = Duration.ofSeconds(3);

  /** Whoever died with an address leaves it to the next one after that. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration AGAIN = Duration.ofMinutes(10);

  /** Strangers' servers, none of which asked for visitors. */
  private static final int AT_ONCE = 2;

  private final DatabaseUrl database;
  private @Nullable LinkTable table;
  private @Nullable LinkClient client;
  private @Nullable Ownership ownership;
  private Pulse pulse = new Pulse();
  private boolean owns;
  private boolean prepared;
  private boolean working;
  private boolean away; // a change is logged, not each failure

  /**
   * @param database may be away; it is waited for
   */
  public LinksVerticle(DatabaseUrl database) {
    this.database = database;
  }

  @Override
  public Future<?> start() {
    pulse = Pulse.here();
    pulse.standby(true);
    table = new LinkTable(vertx, database);
    client = new LinkClient(vertx);
    ownership = new Ownership(vertx, "afa.links", this);
    vertx.setPeriodic(PAUSE.toMillis(), tick -> work());
    ownership.start();
    return Future.succeededFuture();
  }

  @Override
  public void begin() {
    owns = true;
    pulse.standby(false);
    work();
  }

  @Override
  public Future<?> end() {
    owns = false;
    pulse.standby(true);
    return Future.succeededFuture();
  }

  private void work() {
    if (!owns || working || table == null || client == null) return;
    working = true;
    LinkRound round = new LinkRound(table, client, pulse);
    Future<Void> ready = prepared ? Future.succeededFuture() : table.prepare();
    ready
        .onSuccess(done -> prepared = true)
        .compose(done -> round.gather().eventually(() -> round.visit(AT_ONCE, LEASE, again())))
        .onComplete(done -> {
          working = false;
          tell(done.cause());
        });
  }

  private static Duration again() {
    return AGAIN.plusSeconds(ThreadLocalRandom.current().nextLong(AGAIN.toSeconds()));
  }

  private void tell(@Nullable Throwable failure) {
    boolean bad = failure != null;
    pulse.trouble("links", failure == null ? null : "links wait: " + failure.getMessage());
    if (bad == away) return;
    away = bad;
    if (bad) log.warn("Links wait", failure);
    else log.info("Links are looked at again");
  }

  @Override
  public Future<?> stop() {
    Future<Void> left = ownership == null ? Future.succeededFuture() : ownership.stop();
    return left.eventually(() -> client == null ? Future.succeededFuture() : client.close())
        .eventually(() -> table == null ? Future.succeededFuture() : table.close());
  }
}
