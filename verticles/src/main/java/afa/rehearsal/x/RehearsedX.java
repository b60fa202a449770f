package afa.rehearsal.x;

import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Ledger;
import afa.rehearsal.RehearsalOptions;
import afa.rehearsal.Setting;
import afa.rehearsal.Simulator;
import afa.rehearsal.SnowflakeIds;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** X among the other networks of a rehearsal, at {@code /2/…} of its server. */
public final class RehearsedX implements Simulator {
  private final Setting setting;
  private final RehearsalOptions options;
  private final XOptions defaults = new XOptions();
  private final XNetwork network;
  private final ConnectionLog connections = new ConnectionLog();
  private Stream stream;
  private XStage stage;

  public RehearsedX(Setting setting, RehearsalOptions options) {
    this.setting = setting;
    this.options = options;
    this.network = new XNetwork(
        setting.conference(),
        // Never from the seed: two runs must not give the same id to different posts.
        new SnowflakeIds(new SecureRandom().nextInt(1024)),
        new Ledger(),
        options.searchReposts(),
        setting.clock());
  }

  @Override
  public String name() {
    return "x";
  }

  @Override
  public void mount(Router router) {
    String url = setting.url().get();
    Replies replies = new Replies(false);
    XPosts posts = new XPosts(url);
    Refusals refusals = new Refusals(replies);
    stream = new Stream(
        setting.vertx(),
        network,
        posts,
        replies,
        connections,
        defaults.keepAlive(),
        setting.random());
    stage = new XStage(network, stream, new XFaults(network, stream, refusals, setting.random()));
    new XRoutes(network, replies, new RateLimits(false), refusals, options.token())
        .mount(
            router,
            stream,
            new RulesEndpoint(network, replies),
            new SearchEndpoint(network, posts, replies, options.searchDelay()),
            new LookupEndpoint(network, posts, replies, url),
            new AccountEndpoint(network, stream, connections, refusals, replies));
    if (options.lines() != null) serve(options.lines());
  }

  private void serve(Path lines) {
    try {
      new RawLines(setting.vertx(), stream).add(RawLines.read(lines));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the lines to serve", unreadable);
    }
  }

  @Override
  public Ledger ledger() {
    return network.ledger();
  }

  @Override
  public boolean isWanted(String id) {
    return network.isWanted(Long.parseLong(id));
  }

  @Override
  public JsonObject state() {
    return new JsonObject()
        .put("reader", stream.isOpen() ? "connected" : "nobody is connected")
        .put("connections so far", connections.list("all").size())
        .put("rules", String.join(", ", network.rules().values()));
  }

  @Override
  public Set<Fault> known() {
    return EnumSet.allOf(Fault.class);
  }

  @Override
  public void close() {
    network.ledger().close();
  }

  @Override
  public String send(Draft draft) {
    return stage.send(draft);
  }

  @Override
  public String remember(Draft draft, Instant at) {
    return stage.remember(draft, at);
  }

  @Override
  public boolean has(String id) {
    return stage.has(id);
  }

  @Override
  public String edit(String id, String text) {
    return stage.edit(id, text);
  }

  @Override
  public void delete(String id) {
    stage.delete(id);
  }

  @Override
  public Future<Void> inject(FaultOrder order) {
    return stage.inject(order);
  }

  @Override
  public Future<Void> calm() {
    return stage.calm();
  }
}
