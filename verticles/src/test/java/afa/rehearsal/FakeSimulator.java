package afa.rehearsal;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A network with the simplest wire there is: {@code GET /NAME/posts} gives the texts by id. */
final class FakeSimulator implements Simulator {
  private final String name;
  private final Setting setting;
  private final Ledger ledger = new Ledger();
  private final Map<String, Made> posts = new LinkedHashMap<>();
  private final List<FaultOrder> injected = new ArrayList<>();
  private int last;

  /** A post with the time of its making. */
  record Made(Draft draft, Instant at) {}

  FakeSimulator(String name, Setting setting) {
    this.name = name;
    this.setting = setting;
  }

  static RehearsedNetwork network(String name, double share, boolean conversing) {
    return new RehearsedNetwork(
        name,
        "The " + name,
        share,
        conversing,
        (setting, options) -> new FakeSimulator(name, setting),
        "{ url: URL/" + name + " }",
        Map.of(name.toUpperCase(java.util.Locale.ROOT) + "_URL", "URL/" + name));
  }

  Map<String, Made> posts() {
    return posts;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void mount(Router router) {
    router.get("/" + name + "/posts").handler(context -> {
      JsonObject texts = new JsonObject();
      posts.forEach((id, made) -> texts.put(id, made.draft().text()));
      context.json(texts);
    });
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public JsonObject state() {
    JsonArray faults = new JsonArray();
    injected.forEach(order -> faults.add(order.fault().id()));
    return new JsonObject().put("faults", faults);
  }

  @Override
  public void close() {}

  @Override
  public String send(Draft draft) {
    return remember(draft, setting.clock().instant());
  }

  @Override
  public String remember(Draft draft, Instant at) {
    if (draft.of() != null) existing(draft.of());
    String id = name + "-" + ++last;
    posts.put(id, new Made(draft, at));
    ledger.sent(id, id, at, true);
    return id;
  }

  @Override
  public boolean has(String id) {
    return posts.containsKey(id);
  }

  @Override
  public String edit(String id, String text) {
    Draft was = existing(id).draft();
    posts.put(id, new Made(Draft.post(was.author(), text), setting.clock().instant()));
    ledger.edited(id);
    return id;
  }

  @Override
  public void delete(String id) {
    existing(id);
    posts.remove(id);
    ledger.deleted(id);
  }

  private Made existing(String id) {
    if (!posts.containsKey(id)) throw new IllegalArgumentException("there is no post " + id);
    return posts.get(id);
  }

  @Override
  public Set<Fault> known() {
    return EnumSet.of(Fault.OUTAGE, Fault.DROP);
  }

  @Override
  public Future<Void> inject(FaultOrder order) {
    if (!known().contains(order.fault())) {
      return Future.failedFuture(new IllegalArgumentException(name + " does not have it"));
    }
    injected.add(order);
    Instant now = setting.clock().instant();
    if (order.fault() == Fault.OUTAGE) {
      ledger.outage(now, now.plus(order.length()), order.fault().id());
    }
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> calm() {
    injected.clear();
    return Future.succeededFuture();
  }
}
