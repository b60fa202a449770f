package afa.rehearsal.syndication;

import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Faults;
import afa.rehearsal.Ledger;
import afa.rehearsal.Setting;
import afa.rehearsal.Simulator;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Blogs among the other networks of a rehearsal, at {@code /blogs/…} of its server. */
public final class SyndicationSimulator implements Simulator {
  /** The feeds that together have everything, each once and in a format of its own. */
  public static final List<String> FEEDS = List.of(
      "/blogs/harbour-lights/feed.xml",
      "/blogs/loose-threads/atom.xml",
      "/blogs/row-nine/feed.json");

  private final Setting setting;
  private final Blogs blogs;
  private final BlogFaults faults;
  private final BlogEndpoint endpoint;

  public SyndicationSimulator(Setting setting) {
    this.setting = setting;
    blogs = new Blogs(setting.conference(), setting.random(), now());
    faults = new BlogFaults(setting.vertx(), setting.clock(), blogs.ledger());
    endpoint = new BlogEndpoint(setting.vertx(), blogs, faults, setting.url());
  }

  private Instant now() {
    return setting.clock().instant();
  }

  @Override
  public String name() {
    return "feeds";
  }

  @Override
  public void mount(Router router) {
    endpoint.mount(router);
  }

  @Override
  public Ledger ledger() {
    return blogs.ledger();
  }

  @Override
  public JsonObject state() {
    return new JsonObject()
        .put("blogs", FEEDS.size())
        .put("requests so far", endpoint.requests())
        .put("of them answered with 304", endpoint.unchanged());
  }

  @Override
  public void close() {
    faults.calm();
    blogs.ledger().close();
  }

  /** A reply or quote becomes an article as well; blogs know neither. */
  @Override
  public String send(Draft draft) {
    return blogs.publish(draft, now(), now()).id();
  }

  @Override
  public String remember(Draft draft, Instant at) {
    return blogs.publish(draft, at, now()).id();
  }

  @Override
  public boolean has(String id) {
    return blogs.has(id);
  }

  @Override
  public String edit(String id, String text) {
    blogs.edit(id, text, now());
    return id;
  }

  @Override
  public void delete(String id) {
    blogs.delete(id, now());
  }

  @Override
  public Future<Void> inject(FaultOrder order) {
    return Faults.carriedOut(() -> faults.inject(order));
  }

  @Override
  public Set<Fault> known() {
    return BlogFaults.known();
  }

  @Override
  public Future<Void> calm() {
    faults.calm();
    return Future.succeededFuture();
  }
}
