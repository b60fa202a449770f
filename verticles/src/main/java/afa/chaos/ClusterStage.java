package afa.chaos;

import afa.rehearsal.RehearsalOptions;
import afa.rehearsal.RehearsalVerticle;
import afa.rehearsal.RehearsedEvent;
import afa.servers.FreePort;
import afa.servers.PostgresServer;
import afa.servers.RedisServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Everything that runs besides readers and publisher: Redis and PostgreSQL, simulated networks, nodes,
 * the load balancer, and relays wherever connections are to be cut.
 */
final class ClusterStage {
  /** A stream that says nothing for long is given up by its reader, so it says something often. */
  private static final String SETTINGS =
      """
      start:
        warmUpMillis: 0
      delivery:
        heartbeatSeconds: 5
      """;

  /** Of all posts; the others are sent by HTTP. X has a budget of 5,000 a day. */
  private static final double REHEARSED = 0.25;

  private static final int REDIS_PORT = 26_399;
  private static final int POSTGRES_PORT = 25_432;

  private final ClusterPlan plan;
  private final Vertx vertx = Vertx.vertx();
  private final String token = UUID.randomUUID().toString();
  private final Map<String, ClusterNode> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final Map<String, Relay> relays = new LinkedHashMap<>();
  private RedisServer redis;
  private PostgresServer postgres;
  private RehearsalVerticle rehearsal;
  private HaProxy balancer; // null when it is not installed

  private ClusterStage(ClusterPlan plan) {
    this.plan = plan;
  }

  /** Starts all of it and returns when all nodes are ready. */
  static ClusterStage set(ClusterPlan plan) throws Exception {
    ClusterStage stage = new ClusterStage(plan);
    try {
      stage.startServers();
      stage.rehearse();
      stage.startNodes();
      stage.balance();
      return stage;
    } catch (Exception failure) {
      stage.close();
      throw failure;
    }
  }

  private void startServers() throws Exception {
    Path data = Files.createDirectories(plan.home().resolve("data"));
    redis = RedisServer.start(data, REDIS_PORT);
    postgres = PostgresServer.start(data, POSTGRES_PORT);
    relays.put(Topology.REDIS, Relay.to(vertx, redis.port()));
    relays.put(Topology.POSTGRES, Relay.to(vertx, postgres.port()));
  }

  private void rehearse() throws Exception {
    rehearsal = new RehearsalVerticle(new RehearsalOptions()
        .networks(plan.networks())
        .seed(plan.seed())
        .history(20)
        .perSecond(plan.perSecond() * REHEARSED)
        .searchReposts(true));
    vertx.deployVerticle(rehearsal).await(20, TimeUnit.SECONDS);
  }

  private void startNodes() throws Exception {
    Path home = plan.home();
    Files.writeString(home.resolve("event.yaml"), rehearsal.eventFile(RehearsedEvent.ID));
    Files.writeString(home.resolve("afa.yaml"), SETTINGS);
    try (var usual = ClusterStage.class.getResourceAsStream("/cluster.xml")) {
      String text = new String(usual.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          home.resolve("cluster.xml"), text.replace(">5701<", ">" + FreePort.findRow(10) + "<"));
    }
    for (String name : Topology.names()) {
      int port = FreePort.find();
      ports.put(name, port);
      boolean tampers = name.startsWith("delivery");
      relays.put(
          name,
          tampers ? Relay.to(vertx, port, new Tampering(plan.bugs(), 50)) : Relay.to(vertx, port));
      nodes.put(name, new ClusterNode(name, home, environment(name), options(name, port)));
    }
    for (ClusterNode node : nodes.values()) node.start();
    for (ClusterNode node : nodes.values()) node.awaitReady();
  }

  private Map<String, String> environment(String name) {
    Map<String, String> environment = new LinkedHashMap<>(rehearsal.environment());
    environment.put("REDIS_URL", through(Topology.REDIS, redis.url()));
    environment.put("DATABASE_URL", through(Topology.POSTGRES, postgres.url()));
    environment.put("AFA_INGEST_TOKEN", token);
    environment.put("AFA_ADMIN_PASSWORD", token);
    environment.put("AFA_NODE", name);
    environment.put("AFA_CLUSTER_LOG_LEVEL", "INFO"); // who came, who left, and what was closed
    return environment;
  }

  private String through(String relay, String url) {
    return url.replace(":" + URI.create(url).getPort(), ":" + relays.get(relay).port());
  }

  private List<String> options(String name, int port) {
    List<String> options = new ArrayList<>(List.of(
        "--port", Integer.toString(port),
        "--roles", Topology.roles(name),
        "--data", plan.home().resolve("data").toString(),
        "--conf", plan.home().resolve("afa.yaml").toString(),
        "--cluster", plan.home().toString()));
    if (!name.startsWith("delivery")) {
      options.addAll(List.of("--event", plan.home().resolve("event.yaml").toString()));
    }
    return options;
  }

  private void balance() throws IOException {
    Map<String, Integer> servers = new LinkedHashMap<>();
    Topology.delivery().forEach(name -> servers.put(name, relays.get(name).port()));
    if (HaProxy.program().isEmpty()) return;
    balancer = HaProxy.start(HaProxy.program().get(), plan.home(), FreePort.find(), servers);
  }

  boolean hasBalancer() {
    return balancer != null;
  }

  /** Where readers come in: the load balancer, or else the node that chance gives. */
  int door(double chance) {
    if (balancer != null) return balancer.port();
    List<String> names = Topology.delivery();
    return relays.get(names.get((int) (chance * names.size()))).port();
  }

  ClusterNode node(String name) {
    return nodes.get(name);
  }

  List<ClusterNode> nodes() {
    return List.copyOf(nodes.values());
  }

  /** The ports of nodes, without a relay. */
  List<Integer> ports(List<String> names) {
    return names.stream().map(ports::get).toList();
  }

  Relay relay(String name) {
    return relays.get(name);
  }

  RedisServer redis() {
    return redis;
  }

  PostgresServer postgres() {
    return postgres;
  }

  RehearsalVerticle rehearsal() {
    return rehearsal;
  }

  /** What lets posts in, and people into the console. */
  String token() {
    return token;
  }

  /** Ends all that was started. */
  void close() throws Exception {
    for (ClusterNode node : nodes.values()) node.end();
    if (balancer != null) balancer.stop();
    if (postgres != null) postgres.stop();
    if (redis != null) redis.stop();
    vertx.close().await(10, TimeUnit.SECONDS);
  }
}
