package afa.rehearsal.x;

import afa.rehearsal.ConferenceDay;
import afa.rehearsal.ControlEndpoint;
import afa.rehearsal.FaultTimer;
import afa.rehearsal.Ledger;
import afa.rehearsal.Play;
import afa.rehearsal.ScheduleJson;
import afa.rehearsal.SnowflakeIds;
import afa.rehearsal.picture.PictureEndpoint;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.util.Random;

/** Serves the rehearsed X on a port of its own. */
final class XSimulatorVerticle extends VerticleBase {
  private final XOptions options;
  private final XNetwork network;
  private final ConferenceDay day;
  private final Random random;
  private final ConnectionLog connections = new ConnectionLog();
  private Stream stream;
  private XStage stage;
  private Play play;
  private RawLines rawLines;
  private HttpServer server;

  XSimulatorVerticle(XOptions options) {
    this.options = options;
    this.random = new Random(options.seed());
    this.day =
        ConferenceDay.around(options.conference().talks(), options.clock().instant());
    this.network = new XNetwork(
        options.conference(),
        // Never from the seed: two runs must not give the same id to different posts.
        new SnowflakeIds(new SecureRandom().nextInt(1024)),
        new Ledger(options.ledgerFile()),
        options.searchReposts(),
        options.clock());
  }

  @Override
  public Future<?> start() {
    Router router = Router.router(vertx);
    HttpServerOptions plain = new HttpServerOptions().setHost("127.0.0.1").setPort(options.port());
    server = vertx.createHttpServer(plain).requestHandler(router);
    return server.listen().map(listening -> {
      mountApi(router);
      mountScenery(router);
      play.remember(options.history(), options.past());
      play.start();
      new FaultTimer(vertx, stage, random).start(options.faults());
      return router;
    });
  }

  private void mountApi(Router router) {
    Replies replies = new Replies(options.newSpelling());
    XPosts posts = new XPosts(publicUrl());
    Refusals refusals = new Refusals(replies);
    stream = new Stream(vertx, network, posts, replies, connections, options.keepAlive(), random);
    stage = new XStage(network, stream, new XFaults(network, stream, refusals, random));
    RateLimits limits = new RateLimits(options.enforceLimits());
    new XRoutes(network, replies, limits, refusals, options.token())
        .mount(
            router,
            stream,
            new RulesEndpoint(network, replies),
            new SearchEndpoint(network, posts, replies, options.searchDelay()),
            new LookupEndpoint(network, posts, replies, publicUrl()),
            new AccountEndpoint(network, stream, connections, refusals, replies));
  }

  private void mountScenery(Router router) {
    rawLines = new RawLines(vertx, stream);
    play = new Play(
        vertx, stage, options.conference(), day, random, options.clock(), options.perSecond());
    ScheduleJson schedule =
        new ScheduleJson(options.conference(), day, options.zone(), publicUrl());
    router.get("/schedule.json").handler(context -> context.json(schedule.at(network.now())));
    router.get("/ledger").handler(new LedgerEndpoint(network)::list);
    new PictureEndpoint(network::author).mount(router);
    new ControlEndpoint(stage, stage, play, this::state).mount(router);
  }

  private JsonObject state() {
    return new JsonObject()
        .put("network", "X")
        .put("reader", stream.isOpen() ? "connected" : "nobody is connected")
        .put("connections so far", connections.list("all").size())
        .put("rules", network.rules().values())
        .put("posts", network.ledger().size())
        .put("posts a second", play.pace());
  }

  private String publicUrl() {
    return options.publicUrl(port());
  }

  @Override
  public Future<?> stop() throws Exception {
    if (play != null) play.stop();
    network.ledger().close();
    return super.stop();
  }

  int port() {
    return server.actualPort();
  }

  ConferenceDay day() {
    return day;
  }

  XStage stage() {
    return stage;
  }

  Play play() {
    return play;
  }

  RawLines rawLines() {
    return rawLines;
  }

  Ledger ledger() {
    return network.ledger();
  }

  Context context() {
    return context;
  }
}
