package afa.rehearsal.x;

import afa.rehearsal.Draft;
import afa.rehearsal.Ledger;
import afa.rehearsal.SentPost;
import afa.rehearsal.SnowflakeIds;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.util.Random;

/** Serves the rehearsed X on a port of its own. */
final class XSimulatorVerticle extends VerticleBase {
  private final XOptions options;
  private final XNetwork network;
  private Stream stream;
  private HttpServer server;

  XSimulatorVerticle(XOptions options) {
    this.options = options;
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
    return server.listen().map(listening -> mount(router));
  }

  private Router mount(Router router) {
    String publicUrl = options.publicUrl(port());
    Replies replies = new Replies(options.newSpelling());
    XPosts posts = new XPosts(publicUrl);
    ConnectionLog connections = new ConnectionLog();
    stream = new Stream(
        vertx,
        network,
        posts,
        replies,
        connections,
        options.keepAlive(),
        new Random(options.seed()));
    new XRoutes(network, replies, new RateLimits(options.enforceLimits()), options.token())
        .mount(
            router,
            stream,
            new RulesEndpoint(network, replies),
            new SearchEndpoint(network, posts, replies, options.searchDelay()),
            new LookupEndpoint(network, posts, replies, publicUrl),
            new AccountEndpoint(network, stream, connections, replies));
    router.get("/ledger").handler(new LedgerEndpoint(network)::list);
    return router;
  }

  SentPost send(Draft draft) {
    SentPost post = network.post(draft, network.now());
    stream.deliver(post);
    return post;
  }

  SentPost edit(String id, String text) {
    SentPost post = network.edit(id, text);
    stream.deliver(post);
    return post;
  }

  int port() {
    return server.actualPort();
  }

  XNetwork network() {
    return network;
  }

  Context context() {
    return context;
  }
}
