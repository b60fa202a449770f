package afa.rehearsal.x;

import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Ledger;
import afa.rehearsal.RehearsalOptions;
import afa.rehearsal.Setting;
import afa.rehearsal.Simulator;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** X among the other networks of a rehearsal, at {@code /2/…} of its server. */
public final class RehearsedX implements Simulator {
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

  private final Setting setting;
  private final RehearsalOptions options;
  private final Ledger ledger = new Ledger();
  private final XApi api;

  public RehearsedX(Setting setting, RehearsalOptions options) {
    this.setting = setting;
    this.options = options;
    XApi.Manner manner = new XApi.Manner(
        options.token(), KEEP_ALIVE, options.searchDelay(), options.searchReposts(), false, false);
    api = new XApi(manner, setting.conference(), ledger, setting.clock(), setting.random());
  }

  @Override
  public String name() {
    return "x";
  }

  @Override
  public void mount(Router router) {
    api.mount(setting.vertx(), router, setting.url().get());
    if (options.lines() != null) serve(options.lines());
  }

  private void serve(Path lines) {
    try {
      new RawLines(setting.vertx(), api.stream()).add(RawLines.read(lines));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the lines to serve", unreadable);
    }
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public boolean isWanted(String id) {
    return api.network().isWanted(Long.parseLong(id));
  }

  @Override
  public JsonObject state() {
    return api.state();
  }

  @Override
  public Set<Fault> known() {
    return XFaults.KNOWN;
  }

  @Override
  public void close() {
    ledger.close();
  }

  @Override
  public String send(Draft draft) {
    return api.stage().send(draft);
  }

  @Override
  public String remember(Draft draft, Instant at) {
    return api.stage().remember(draft, at);
  }

  @Override
  public boolean has(String id) {
    return api.stage().has(id);
  }

  @Override
  public String edit(String id, String text) {
    return api.stage().edit(id, text);
  }

  @Override
  public void delete(String id) {
    api.stage().delete(id);
  }

  @Override
  public Future<Void> inject(FaultOrder order) {
    return api.stage().inject(order);
  }

  @Override
  public Future<Void> calm() {
    return api.stage().calm();
  }
}
