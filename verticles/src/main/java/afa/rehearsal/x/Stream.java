package afa.rehearsal.x;

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
  private final Vertx vertx;
  private final XNetwork network;
  private final XPosts posts;
  private final Replies replies;
  private final ConnectionLog connections;
  private final Duration keepAlive;
  private final StreamFaults faults;
  private final RandomGenerator random;
  private StreamConnection open; // null while nobody is connected

  Stream(
      Vertx vertx,
      XNetwork network,
      XPosts posts,
      Replies replies,
      ConnectionLog connections,
      Duration keepAlive,
      RandomGenerator random) {
    this.vertx = vertx;
    this.network = network;
    this.posts = posts;
    this.replies = replies;
    this.connections = connections;
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
    connections.opened(connection);
    context.response().closeHandler(gone -> closed(connection, "client_disconnect"));
    connection.open();
  }

  private void closed(StreamConnection connection, String reason) {
    connection.gone();
    connections.closed(connection, reason, network.now());
    if (open == connection) {
      open = null;
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
    if (open == null) return;
    JsonArray rules = network.rules().matching(post);
    if (rules.isEmpty()) return;
    String line = replies.encode(new Answer(posts, open.selection()).add(post).line(rules));
    deliver(Buffer.buffer(line), () -> network.ledger().streamed(post.key()));
  }

  /** Sends a line as it is; {@code sent} runs once all of it is on its way. */
  void deliver(Buffer line, Runnable sent) {
    if (open == null) return;
    if (faults.takeCut()) {
      StreamConnection connection = open;
      closed(connection, "fault");
      connection.cut(line);
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
