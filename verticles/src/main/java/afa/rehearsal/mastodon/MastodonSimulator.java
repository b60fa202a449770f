package afa.rehearsal.mastodon;

import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Faults;
import afa.rehearsal.Ledger;
import afa.rehearsal.PostKind;
import afa.rehearsal.RehearsalOptions;
import afa.rehearsal.RehearsedEvent;
import afa.rehearsal.Setting;
import afa.rehearsal.Simulator;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Two servers of Mastodon at {@code /mastodon/one} and {@code /mastodon/two}. Each person is at home
 * at one of them; what they write comes to the other one a little later, if anybody there follows
 * them.
 */
public final class MastodonSimulator implements Simulator {
  private static final double SHYNESS = 0.03; // posts of people who do not want to be shown

  private final Setting setting;
  private final MastodonOptions options;
  private final Ledger ledger = new Ledger();
  private final List<RehearsedServer> servers = new ArrayList<>();
  private final List<ServerRoutes> routes = new ArrayList<>();
  private final Fediverse fediverse;
  private final MastodonFaults faults;

  public MastodonSimulator(Setting setting, RehearsalOptions options) {
    this(setting, MastodonOptions.usual(options.token()));
  }

  public MastodonSimulator(Setting setting, MastodonOptions options) {
    this.setting = setting;
    this.options = options;
    for (String name : MastodonOptions.SERVERS) {
      HashtagStreams streams =
          new HashtagStreams(setting.vertx(), options.heartbeat(), setting.random());
      servers.add(new RehearsedServer(name, streams, new Refusals(setting.clock()), ledger));
    }
    fediverse = new Fediverse(setting, options, ledger, servers);
    faults = new MastodonFaults(setting, ledger, servers);
  }

  @Override
  public String name() {
    return "mastodon";
  }

  @Override
  public void mount(Router router) {
    for (RehearsedServer server : servers) {
      RequestLimit limit = new RequestLimit(setting.clock(), options.requests());
      ServerRoutes api = new ServerRoutes(server, options, limit);
      server.at(setting.url());
      routes.add(api);
      api.mount(router);
    }
  }

  @Override
  public String send(Draft draft) {
    if (setting.random().nextDouble() < SHYNESS) shyPost();
    return fediverse.post(draft, setting.clock().instant(), false);
  }

  private void shyPost() {
    List<String> shy = Habits.SHY.keySet().stream().sorted().toList();
    String author = shy.get(setting.random().nextInt(shy.size()));
    String text = "Just between us: nice harbour. " + RehearsedEvent.RULE;
    fediverse.post(Draft.post(author, text), setting.clock().instant(), false);
  }

  @Override
  public String remember(Draft draft, Instant at) {
    return fediverse.post(draft, at, true);
  }

  @Override
  public boolean has(String id) {
    return fediverse.find(id) != null;
  }

  @Override
  public String edit(String id, String text) {
    return fediverse.edit(id, text);
  }

  @Override
  public void delete(String id) {
    fediverse.delete(id);
  }

  /** Boosts are in no timeline of a hashtag, and who does not want to be found is not shown. */
  @Override
  public boolean isWanted(String id) {
    Toot toot = fediverse.find(id);
    return toot == null
        || (toot.kind() != PostKind.REPOST && !Habits.isShy(toot.author().handle()));
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public JsonObject state() {
    JsonObject state = new JsonObject();
    for (int i = 0; i < servers.size(); i++) {
      RehearsedServer server = servers.get(i);
      state.put("readers at " + server.name(), server.streams().size());
      state.put(
          "requests at " + server.name(), routes.isEmpty() ? 0 : routes.get(i).requests());
    }
    return state;
  }

  @Override
  public Future<Void> inject(FaultOrder order) {
    return Faults.carriedOut(() -> faults.inject(order));
  }

  @Override
  public Set<Fault> known() {
    return MastodonFaults.KNOWN;
  }

  @Override
  public Future<Void> calm() {
    faults.calm();
    return Future.succeededFuture();
  }

  @Override
  public void close() {
    servers.forEach(server -> server.streams().drop());
  }
}
