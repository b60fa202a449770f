package afa.rehearsal.x;

import afa.rehearsal.ConferenceDay;
import afa.rehearsal.ControlEndpoint;
import afa.rehearsal.FaultTimer;
import afa.rehearsal.Ledger;
import afa.rehearsal.Play;
import afa.rehearsal.ScheduleJson;
import afa.rehearsal.picture.PictureEndpoint;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Random;

/** Serves the rehearsed X on a port of its own. */
final class XSimulatorVerticle extends VerticleBase {
  private final XOptions options;
  private final Ledger ledger;
  private final XApi api;
  private final ConferenceDay day;
  private final Random random;
  private Play play;
  private RawLines rawLines;
  private HttpServer server;

  XSimulatorVerticle(XOptions options) {
    this.options = options;
    random = new Random(options.seed());
    day = ConferenceDay.around(options.conference().talks(), options.clock().instant());
    ledger = new Ledger(options.ledgerFile());
    api = new XApi(options.manner(), options.conference(), ledger, options.clock(), random);
  }

  @Override
  public Future<?> start() {
    Router router = Router.router(vertx);
    HttpServerOptions plain = new HttpServerOptions().setHost("127.0.0.1").setPort(options.port());
    server = vertx.createHttpServer(plain).requestHandler(router);
    return server.listen().map(listening -> {
      api.mount(vertx, router, publicUrl());
      mountScenery(router);
      play.remember(options.history(), options.past());
      play.start();
      new FaultTimer(vertx, api.stage(), random).start(options.faults());
      return router;
    });
  }

  private void mountScenery(Router router) {
    rawLines = new RawLines(vertx, api.stream());
    play = new Play(
        vertx,
        api.stage(),
        options.conference(),
        day,
        random,
        options.clock(),
        options.perSecond());
    ScheduleJson schedule =
        new ScheduleJson(options.conference(), day, options.zone(), publicUrl());
    router
        .get("/schedule.json")
        .handler(context -> context.json(schedule.at(options.clock().instant())));
    router.get("/ledger").handler(new LedgerEndpoint(api.network())::list);
    new PictureEndpoint(api.network()::author).mount(router);
    new ControlEndpoint(api.stage(), api.stage(), play, this::state).mount(router);
  }

  private JsonObject state() {
    return api.state()
        .put("network", "X")
        .put("posts", ledger.size())
        .put("posts a second", play.pace());
  }

  private String publicUrl() {
    return options.publicUrl(port());
  }

  @Override
  public Future<?> stop() throws Exception {
    if (play != null) play.stop();
    ledger.close();
    return super.stop();
  }

  int port() {
    return server.actualPort();
  }

  ConferenceDay day() {
    return day;
  }

  XApi api() {
    return api;
  }

  Play play() {
    return play;
  }

  RawLines rawLines() {
    return rawLines;
  }

  Ledger ledger() {
    return ledger;
  }

  Context context() {
    return context;
  }
}
