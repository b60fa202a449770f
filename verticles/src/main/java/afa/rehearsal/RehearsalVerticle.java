package afa.rehearsal;

import afa.feed.EventInfo;
import afa.rehearsal.picture.PictureEndpoint;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Plays the conference on all networks at once, each simulated on the one port of this server. */
public final class RehearsalVerticle extends VerticleBase {
  private static final long LONGEST_BODY = 20L * 1024 * 1024; // photos are uploaded to Flickr

  private final RehearsalOptions options;
  private final List<RehearsedNetwork> kinds;
  private final InstantSource clock = InstantSource.system();
  private final Conference conference = Conference.loadAll(Conference.DEFAULT);
  private final Instant begun = clock.instant();
  private final ConferenceDay day = ConferenceDay.around(conference.talks(), clock.instant());
  private final List<HostedNetwork> networks = new ArrayList<>();
  private Troupe troupe;
  private HttpServer server;

  public RehearsalVerticle(RehearsalOptions options) {
    this(
        options,
        RehearsedNetworks.ALL.stream()
            .filter(network -> options.networks().contains(network.name()))
            .toList());
  }

  RehearsalVerticle(RehearsalOptions options, List<RehearsedNetwork> kinds) {
    this.options = options;
    this.kinds = List.copyOf(kinds);
  }

  /** The conference as a node plays it: each run another way, some hours old when it starts. */
  public static RehearsalOptions conference() {
    return new RehearsalOptions().seed(System.currentTimeMillis()).history(150).perSecond(1);
  }

  /** Listens first, as addresses that simulators hand out have the port in them. */
  @Override
  public Future<?> start() {
    Router router = Router.router(vertx);
    // HTTP/1.1 alone: on one connection for all, a dropped stream would take the orders with it.
    HttpServerOptions plain = new HttpServerOptions()
        .setHost("127.0.0.1")
        .setPort(options.port())
        .setHttp2ClearTextEnabled(false);
    server = vertx.createHttpServer(plain).requestHandler(router);
    return server.listen().map(listening -> {
      open(router);
      return router;
    });
  }

  private void open(Router router) {
    router.post().handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY));
    new StreamLedger().mount(router);
    troupe = new Troupe(vertx, options, conference, day, clock, kinds);
    for (RehearsedNetwork kind : kinds) {
      HostedNetwork network = troupe.host(kind, this::publicUrl);
      networks.add(network);
      if (options.ledger(kind.name()) != null)
        network.ledger().writeTo(options.ledger(kind.name()));
      network.simulator().mount(router);
    }
    mountScenery(router);
    troupe.start();
    for (HostedNetwork network : networks) {
      FaultPlan plan = options.faults().on(network.name(), network.simulator().known());
      Random random = new Random(options.seed() + network.name().hashCode());
      new FaultTimer(vertx, network.simulator(), random).start(plan);
    }
  }

  private void mountScenery(Router router) {
    ScheduleJson schedule = new ScheduleJson(conference, day, options.zone(), publicUrl());
    router.get("/").handler(context -> context.redirect("/control"));
    router.get("/schedule.json").handler(context -> context.json(schedule.at(clock.instant())));
    router.get("/event.yaml").handler(context -> context.end(eventFile()));
    new PictureEndpoint(conference::author).mount(router);
    new LedgerEndpoint(networks).mount(router);
    new ControlDesk(networks, troupe).mount(router);
  }

  @Override
  public Future<?> stop() throws Exception {
    if (troupe != null) troupe.stop();
    for (HostedNetwork network : networks) {
      network.simulator().close();
      network.ledger().close();
    }
    return super.stop();
  }

  /** The TCP port, once deployed. */
  public int port() {
    return server.actualPort();
  }

  /** The base address without a slash at the end, once deployed. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  private String publicUrl() {
    return options.publicUrl(port());
  }

  /** The names of the networks that are rehearsed. */
  public List<String> networks() {
    return kinds.stream().map(RehearsedNetwork::name).toList();
  }

  /** The environment variables of a node that is to follow it, tokens among them; once deployed. */
  public Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>();
    kinds.forEach(kind -> all.putAll(kind.environment(url(), options.token())));
    return all;
  }

  /** The event file of a node elsewhere that is to follow it, once deployed. */
  public String eventFile() {
    return eventFile(RehearsedEvent.HASHTAG);
  }

  /**
   * The same for another event id: what plays within a node belongs to {@link RehearsedEvent#ID}.
   */
  public String eventFile(String event) {
    return EventFile.text(event, kinds, url(), day, options.zone());
  }

  /** The event to follow, once deployed. */
  public EventInfo event() {
    String schedule = publicUrl() + "/schedule.json";
    return RehearsedEvent.info(begun, options.zone(), schedule, networks(), List.of(publicUrl()));
  }

  /** How many posts were sent on all networks so far. */
  public long posts() {
    return networks.stream().mapToLong(network -> network.ledger().size()).sum();
  }
}
