package afa.rehearsal.x;

import afa.rehearsal.Fault;
import afa.rehearsal.SentPost;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** {@code GET /2/tweets/search/stream}: one reader at a time gets what matches a rule. */
final class Stream {
  private static final String BY_CLIENT = "client_disconnect";

  private final Vertx vertx;
  private final XDesk desk;
  private final XNetwork network;
  private final Replies replies;
  private final Duration keepAlive;
  private final StreamFaults faults;
  private final RandomGenerator random;
  private StreamConnection open; // null while nobody is connected

  Stream(Vertx vertx, XDesk desk, Duration keepAlive, RandomGenerator random) {
    this.vertx = vertx;
    this.desk = desk;
    this.network = desk.network();
    this.replies = desk.replies();
    this.keepAlive = keepAlive;
    this.random = random;
    this.faults = new StreamFaults(vertx, random);
  }

  void connect(RoutingContext context) {
    if (network.rules().isEmpty()) {
      replies.problem(context.response(), 409, Problems.noRules());
    } else if (open != null) {
      replies.problem(context.response(), 429, Problems.tooManyConnections());
    } else {
      open(context);
    }
  }

  private void open(RoutingContext context) {
    Framing framing = new Framing(random);
    framing.hostile(faults.framing());
    StreamConnection connection =
        new StreamConnection(vertx, context.request(), framing, keepAlive, network.now());
    open = connection;
    desk.connections().opened(connection);
    desk.connections().forgetAll();
    desk.outages().end(network.now());
    context.response().closeHandler(gone -> closed(connection, BY_CLIENT));
    connection.open();
  }

  private void closed(StreamConnection connection, String reason) {
    connection.gone();
    desk.connections().closed(connection, reason, network.now());
    if (open == connection) {
      open = null;
      if (!reason.equals(BY_CLIENT)) desk.outages().begin(reason, network.now());
      faults.closed();
    }
  }

  StreamFaults faults() {
    return faults;
  }

  boolean isOpen() {
    return open != null;
  }

  /** Does something with the open connection, if there is one. */
  void ifOpen(Consumer<StreamConnection> action) {
    if (open != null) action.accept(open);
  }

  /** Sends a post to the reader, when there is one and a rule asks for it. */
  void deliver(SentPost post) {
    if (open == null || desk.posts().isProtected(post)) return;
    JsonArray rules = network.rules().matching(post);
    if (rules.isEmpty() || faults.loses(network.now())) return;
    Answer answer = new Answer(desk.posts(), open.selection()).add(post);
    deliver(Buffer.buffer(replies.encode(answer.line(rules))), () -> {
      network.ledger().streamed(post.key());
      desk.bills().add(answer.read(), network.now());
    });
  }

  /** No byte leaves for that long. */
  void stall(Duration length) {
    ifOpen(connection -> connection.stall(length));
    outage(Fault.STALL, length);
  }

  /** Posts do not leave for that long; keep-alives do. */
  void silence(Duration length) {
    faults.silence(network.now().plus(length));
    outage(Fault.SILENCE, length);
  }

  private void outage(Fault fault, Duration length) {
    StreamConnection connection = open;
    if (connection == null) return;
    desk.outages().begin(fault.id(), network.now());
    vertx.setTimer(Math.max(1, length.toMillis()), over -> {
      if (open == connection) desk.outages().over(network.now());
    });
  }

  /** Everything that waited leaves. */
  void free() {
    faults.calm();
    ifOpen(connection -> {
      connection.free();
      desk.outages().over(network.now());
    });
  }

  /** Sends a line as it is; {@code sent} runs once all of it is on its way. */
  void deliver(Buffer line, Runnable sent) {
    if (open == null) return;
    if (faults.takeCut()) {
      open.begin(line);
      drop(Fault.CUT.id());
      return;
    }
    faults.send(open, line, sent);
    if (open.isTooSlow()) disconnect("SlowReader");
  }

  /** Tells the reader why, and ends the connection. */
  void disconnect(String type) {
    if (open == null) return;
    open.line(Buffer.buffer(replies.encode(Problems.endOfStream(type))), () -> {});
    drop(type);
  }

  /** Ends the connection without a word. */
  void drop(String reason) {
    StreamConnection connection = open;
    if (connection == null) return;
    closed(connection, reason);
    connection.drop();
  }
}
