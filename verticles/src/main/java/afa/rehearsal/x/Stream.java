package afa.rehearsal.x;

import afa.rehearsal.SentPost;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** {@code GET /2/tweets/search/stream}: one reader at a time gets what matches a rule. */
final class Stream {
  private final Vertx vertx;
  private final XNetwork network;
  private final XPosts posts;
  private final Replies replies;
  private final Duration keepAlive;
  private final RandomGenerator random;
  private final ConnectionLog connections;
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
    StreamConnection connection = new StreamConnection(
        vertx, context.request(), new Framing(random), keepAlive, network.now());
    open = connection;
    connections.opened(connection);
    context.response().closeHandler(gone -> closed(connection, "client_disconnect"));
    connection.open();
  }

  private void closed(StreamConnection connection, String reason) {
    connection.gone();
    connections.closed(connection, reason, network.now());
    if (open == connection) open = null;
  }

  boolean isOpen() {
    return open != null;
  }

  /** Sends a post to the reader, when there is one and a rule asks for it. */
  void deliver(SentPost post) {
    JsonArray rules = network.rules().matching(post);
    if (open == null || rules.isEmpty()) return;
    String line = replies.encode(new Answer(posts, open.selection()).add(post).line(rules));
    open.line(line, () -> network.ledger().streamed(post.id()));
    if (open.isTooSlow()) disconnect("SlowReader");
  }

  /** Tells the reader why, and ends the connection. */
  void disconnect(String type) {
    if (open == null) return;
    open.line(replies.encode(Problems.inBand(Problems.disconnect(type))), () -> {});
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
