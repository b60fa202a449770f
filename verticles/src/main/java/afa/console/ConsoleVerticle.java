package afa.console;

import afa.http.Home;
import afa.http.StaticFiles;
import afa.http.Templates;
import afa.message.Addresses;
import afa.message.Happened;
import afa.message.RollingTold;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The web console: shows all nodes of the cluster and passes on what people want of their verticles.
 * Each node has the same to show, as all hear the same.
 */
public final class ConsoleVerticle extends VerticleBase {
  private static final long BEAT_MILLIS = 1_000;

  private final String node;
  private final Consumer<@Nullable Handler<HttpServerRequest>> mount;
  private final ConsoleConfig config;
  private final AdminPassword admin;
  private final boolean tls;
  private @Nullable Desk desk;

  /**
   * @param node name of this node
   * @param mount takes what answers requests below {@code /console}, on any event loop; null takes
   *     it away
   * @param tls whether this node speaks HTTPS
   */
  public ConsoleVerticle(
      String node,
      Consumer<@Nullable Handler<HttpServerRequest>> mount,
      ConsoleConfig config,
      AdminPassword admin,
      boolean tls) {
    this.node = node;
    this.mount = mount;
    this.config = config;
    this.admin = admin;
    this.tls = tls;
  }

  @Override
  public Future<?> start() {
    return outside().compose(this::start);
  }

  /** A context that belongs to no verticle: what it waits for still comes when this one has stopped. */
  private Future<Home> outside() {
    return Future.fromCompletionStage(
        CompletableFuture.supplyAsync(() -> new Home(vertx, vertx.getOrCreateContext())), context);
  }

  private Future<?> start(Home outside) {
    Audit audit = new Audit(vertx.eventBus(), node);
    Desk opened = Desk.at(audit, outside, ConsoleVerticle::now);
    desk = opened;
    return ConsoleSecrets.seal(vertx).compose(seal -> {
      Users users = new Users(admin, config);
      Sessions sessions = new Sessions(vertx, seal, users);
      Doorkeeper doorkeeper = new Doorkeeper(vertx, audit, users, ConsoleVerticle::now);
      return listen(opened, sessions, doorkeeper)
          .compose(heard -> sessions.remember())
          .compose(heard -> vertx.executeBlocking(StaticFiles::load))
          .onSuccess(files -> open(opened, audit, sessions, doorkeeper, files));
    });
  }

  private Future<?> listen(Desk desk, Sessions sessions, Doorkeeper doorkeeper) {
    EventBus bus = vertx.eventBus();
    return Future.all(
            Addresses.NODES.subscribe(bus, report -> desk.board().heard(report, now())),
            Addresses.TIMELINE.subscribe(bus, happened -> hear(desk, happened)),
            Addresses.ROLLING.subscribe(bus, told -> hear(desk, told)))
        .compose(heard -> Addresses.LOGIN_REFUSED.subscribe(bus, doorkeeper::heard))
        .compose(heard -> Addresses.SESSIONS_ENDED.subscribe(bus, told -> {
          sessions.heard(told);
          desk.streams().endIf(sessions::isOver);
        }));
  }

  private void open(
      Desk desk, Audit audit, Sessions sessions, Doorkeeper doorkeeper, StaticFiles files) {
    Home home = new Home(vertx, context);
    Guard guard = new Guard(home, sessions, doorkeeper, config, tls || config.behindTls());
    Templates templates = new Templates(vertx, "/console" + files.base());
    Refused refused = new Refused(audit, ConsoleVerticle::now);
    Door door = new Door(home, guard, sessions, audit, refused, templates);
    ConsoleApi api = new ConsoleApi(home, desk);
    Office office = new Office(vertx.eventBus(), guard, sessions, audit, templates);
    mount.accept(new ConsoleRouter(vertx, files, guard, door, api, refused, office).build());
    vertx.setPeriodic(BEAT_MILLIS, beat -> beat(desk, sessions));
    vertx.setPeriodic(History.STEP.toMillis(), step -> desk.sample());
  }

  private static void hear(Desk desk, Happened happened) {
    desk.timeline().heard(happened);
    desk.streams().tellOnce("happened", ConsoleJson.happened(happened));
  }

  private static void hear(Desk desk, RollingTold told) {
    desk.rolling().heard(told);
    boolean isOver = told.state() != RollingTold.State.RUNNING;
    if (isOver) desk.streams().tellOnce("rolling", ConsoleJson.rolling(told));
    else desk.streams().tellNow("rolling", ConsoleJson.rolling(told));
  }

  private static void beat(Desk desk, Sessions sessions) {
    desk.rolling().step();
    desk.rolling().endSilent().forEach(told -> desk.streams()
        .tellOnce("rolling", ConsoleJson.rolling(told)));
    desk.streams().endIf(sessions::isOver);
    if (!desk.streams().isEmpty()) desk.streams().tellNow("nodes", desk.nodes());
  }

  @Override
  public Future<?> stop() {
    mount.accept(null);
    if (desk != null) {
      desk.rolling().leave();
      desk.streams().endAll();
    }
    return Future.succeededFuture();
  }

  /** Milliseconds that only go forward. */
  private static long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
