package afa.mastodon;

import afa.source.Backoff.Cause;
import afa.source.SourceFailure;
import afa.source.SourceProblem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** A server as this node knows it: what all its hashtags share. */
final class MastodonSite {
  private final MastodonConfig config;
  private final MastodonServer server;
  private final MastodonClient client;
  private final Hashtags tags;
  private final LocalIds ids = new LocalIds();
  private Future<Instance> instance; // null until asked, and after trouble

  MastodonSite(Vertx vertx, MastodonConfig config, MastodonServer server) {
    this.config = config;
    this.server = server;
    this.client = new MastodonClient(vertx, server, config.tuning());
    this.tags = new Hashtags(config.tags());
  }

  MastodonConfig config() {
    return config;
  }

  MastodonServer server() {
    return server;
  }

  MastodonClient client() {
    return client;
  }

  LocalIds ids() {
    return ids;
  }

  /**
   * Whether the server's word counts as to what became of a status: that of the server where it was
   * written does, if we know that one; else any.
   */
  boolean decides(String uri) {
    return server.isHomeOf(uri)
        || config.servers().stream().noneMatch(other -> other.isHomeOf(uri));
  }

  /** What the server says of itself, asked once; fails where it keeps hashtags closed. */
  Future<Instance> instance() {
    if (instance == null || instance.failed()) instance = client.instance().compose(this::open);
    return instance;
  }

  private Future<Instance> open(Instance found) {
    String closed = found.closed(server);
    return closed == null
        ? Future.succeededFuture(found)
        : Future.failedFuture(new SourceFailure(SourceProblem.of(Cause.REFUSED, closed)));
  }

  /** Asks anew next time: what it said may be of yesterday. */
  void forgetInstance() {
    instance = null;
  }

  Future<StatusParser> parser() {
    return instance().map(this::parser);
  }

  StatusParser parser(Instance found) {
    String base = server.base().toString();
    return new StatusParser(found.domain(), base, tags, config.optOuts(), ids::uri, this::decides);
  }

  Future<Void> close() {
    return client.close();
  }
}
