package afa.rehearsal.x;

import afa.rehearsal.Conference;
import afa.rehearsal.Ledger;
import afa.rehearsal.SnowflakeIds;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/** The rehearsed X put together: its posts, its API, and what goes wrong. */
final class XApi {
  private final Manner manner;
  private final Random random;
  private final Bills bills = new Bills();
  private final XMarks marks = new XMarks();
  private final ConnectionLog connections = new ConnectionLog();
  private final XNetwork network;
  private Stream stream;
  private XStage stage;

  /** How it behaves; see {@link XOptions}. */
  record Manner(
      String token,
      Duration keepAlive,
      Duration searchDelay,
      boolean searchReposts,
      boolean enforceLimits,
      boolean newSpelling) {}

  XApi(Manner manner, Conference conference, Ledger ledger, InstantSource clock, Random random) {
    this.manner = manner;
    this.random = random;
    // Never from the seed: two runs must not give the same id to different posts.
    SnowflakeIds ids = new SnowflakeIds(new SecureRandom().nextInt(1024));
    network = new XNetwork(conference, ids, ledger, manner.searchReposts(), clock);
  }

  /**
   * Adds the API at {@code /2/…}.
   *
   * @param url where browsers reach the pictures
   */
  void mount(Vertx vertx, Router router, String url) {
    Replies replies = new Replies(manner.newSpelling(), network::now);
    XPosts posts = new XPosts(url, marks);
    Refusals refusals = new Refusals(replies);
    XDesk parts =
        new XDesk(network, posts, replies, connections, bills, new Outages(network.ledger()));
    stream = new Stream(vertx, parts, manner.keepAlive(), random);
    XFaults faults = new XFaults(network, stream, refusals, connections, replies, random);
    stage = new XStage(network, stream, faults);
    new XRoutes(network, replies, new RateLimits(manner.enforceLimits()), refusals, manner.token())
        .mount(
            router,
            stream,
            new RulesEndpoint(network, replies),
            new SearchEndpoint(parts, manner.searchDelay()),
            new LookupEndpoint(parts, url),
            new AccountEndpoint(parts, stream, refusals));
  }

  /** Facts for the control page. */
  JsonObject state() {
    return new JsonObject()
        .put("reader", stream.isOpen() ? "connected" : "nobody is connected")
        .put("connections so far", connections.list("all").size())
        .put("rules", String.join(", ", network.rules().values()))
        .put("posts billed today", bills.of(network.now()));
  }

  XNetwork network() {
    return network;
  }

  Stream stream() {
    return stream;
  }

  XStage stage() {
    return stage;
  }

  XMarks marks() {
    return marks;
  }

  /** Posts that today costs. */
  int billed() {
    return bills.of(network.now());
  }
}
