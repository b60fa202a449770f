package afa.console;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.console.ConsoleConfig.User;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.CommandVerticle;
import afa.message.Happened;
import afa.message.LinesRead;
import afa.message.NodeReported;
import afa.message.VerticleCommanded;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Consoles on real ports, and nodes that say and do what a test wants. */
final class ConsoleStage {
  static final String PASSWORD = "right horse";
  static final String LOOKERS_PASSWORD = "only looking";
  private static final String LOOKERS_HASH = Passwords.hash(LOOKERS_PASSWORD);

  final Vertx vertx;
  final List<Happened> happened = new CopyOnWriteArrayList<>();
  final List<String> commanded = new CopyOnWriteArrayList<>();
  /** The deployment of the console that was opened last. */
  String lastConsole = "";

  private final Map<String, NodeReported> nodes = new ConcurrentHashMap<>();

  ConsoleStage(Vertx vertx) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    Addresses.TIMELINE.subscribe(vertx.eventBus(), happened::add).await(30, SECONDS);
    vertx.setPeriodic(100, beat -> nodes.values().forEach(this::tell));
  }

  /** A further console, on a port of its own. */
  int console(String node) throws Exception {
    AtomicReference<@Nullable Handler<HttpServerRequest>> door = new AtomicReference<>();
    ConsoleConfig config =
        new ConsoleConfig(List.of(new User("ada", Right.LOOK, LOOKERS_HASH)), false, false);
    AdminPassword admin = AdminPassword.agree(vertx, Optional.of(PASSWORD)).await(30, SECONDS);
    lastConsole = vertx
        .deployVerticle(new ConsoleVerticle(node, door::set, config, admin, false))
        .await(30, SECONDS);
    // As the front does: whoever answers on another event loop than the connection's is refused.
    HttpServerOptions strict =
        new HttpServerOptions().setHost("127.0.0.1").setStrictThreadMode(true);
    return vertx
        .createHttpServer(strict)
        .requestHandler(request -> Objects.requireNonNull(door.get()).handle(request))
        .listen(0)
        .await(30, SECONDS)
        .actualPort();
  }

  /** A node that tells of itself from now on, and does what it is told. */
  void node(NodeReported report, Function<CommandVerticle, Future<VerticleCommanded>> obey)
      throws Exception {
    Addresses.command(report.node())
        .serve(vertx.eventBus(), command -> {
          commanded.add(report.node() + " " + command.action() + (command.onlyTell() ? "?" : ""));
          return obey.apply(command);
        })
        .await(30, SECONDS);
    Addresses.lines(report.node())
        .serve(
            vertx.eventBus(),
            asked -> Future.succeededFuture(new LinesRead(List.of(new LinesRead.Line(
                Reports.NOON, "WARN", asked.verticle(), "of " + asked.limit())))))
        .await(30, SECONDS);
    nodes.put(report.node(), report);
    tell(report);
  }

  void silence(String node) {
    nodes.remove(node);
  }

  private void tell(NodeReported report) {
    Addresses.NODES.publish(
        vertx.eventBus(),
        Reports.node(report.node(), report.verticles().toArray(new afa.message.VerticleStatus[0])));
  }

  void awaitNodes(int port, int count) {
    await()
        .until(() -> new Visitor(port)
                .json("/console/api/nodes", Visitor.basic("admin", PASSWORD))
                .getJsonArray("nodes")
                .size()
            == count);
  }

  static Future<VerticleCommanded> done() {
    return Future.succeededFuture(new VerticleCommanded(true, "It runs again.", 312, 0, 0.4));
  }
}
