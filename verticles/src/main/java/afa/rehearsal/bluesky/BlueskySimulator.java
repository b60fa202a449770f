package afa.rehearsal.bluesky;

import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Ledger;
import afa.rehearsal.Setting;
import afa.rehearsal.Simulator;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;

/** A rehearsed Bluesky, at {@code /bluesky/…} of its server. */
public final class BlueskySimulator implements Simulator {
  /** Before the paths of the real network. */
  public static final String PREFIX = "/bluesky";

  private static final Duration USUAL_NOISE = Duration.ofSeconds(1);

  private final Ledger ledger = new Ledger();
  private final Skyline accounts;
  private final Firehose firehose;
  private final Repositories repositories;
  private final Strangers strangers;
  private final BlueskyFaults faults;
  private final SubscribeEndpoint subscriptions;
  private final AppViewEndpoint appView;
  private final Duration noise;

  public BlueskySimulator(Setting setting) {
    this(setting, USUAL_NOISE);
  }

  /**
   * @param noise time between two events that are nothing to us
   */
  public BlueskySimulator(Setting setting, Duration noise) {
    this.noise = noise;
    Random random = setting.random();
    Outages outages = new Outages(setting.clock(), ledger);
    FirehoseFaults frames = new FirehoseFaults(setting.vertx(), random);
    accounts = new Skyline(setting.conference());
    firehose = new Firehose(setting.clock(), frames, ledger::streamed);
    repositories = new Repositories(setting.clock(), accounts, firehose, ledger, random);
    strangers = new Strangers(setting.vertx(), repositories, setting.clock(), random);
    faults = new BlueskyFaults(setting.vertx(), setting.clock(), firehose, frames, outages);
    subscriptions = new SubscribeEndpoint(setting.vertx(), firehose, outages, setting.clock());
    appView = new AppViewEndpoint(
        repositories, accounts, outages, setting.clock(), () -> setting.url().get() + PREFIX);
  }

  @Override
  public String name() {
    return "bluesky";
  }

  @Override
  public void mount(Router router) {
    subscriptions.mount(router, PREFIX);
    appView.mount(router, PREFIX);
    new CdnEndpoint(accounts).mount(router, PREFIX);
    strangers.start(noise);
  }

  /** An account is deactivated, and all its posts with it. */
  public void deactivate(String handle) {
    repositories.deactivate(handle);
  }

  /** Takes a post away without a word on the firehose, as moderators do. */
  public void takeDown(String id) {
    repositories.takeDown(id);
  }

  /** Edits the hashtag out of a post. */
  public void untag(String id) {
    repositories.untag(id);
  }

  /** Labels an account, such as with {@code !no-unauthenticated}. */
  public void label(String handle, String value) {
    accounts.label(accounts.did(handle), value);
  }

  /** How long events can be replayed; 36 hours by default. */
  public void window(Duration length) {
    firehose.window(length);
  }

  /** Requests of the public API so far. */
  public int requests() {
    return appView.requests();
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public JsonObject state() {
    int readers = firehose.subscribers().size();
    return new JsonObject()
        .put("reader", readers == 0 ? "nobody is connected" : readers + " connected")
        .put("connections so far", subscriptions.connections())
        .put("requests for names and posts", appView.requests());
  }

  @Override
  public void close() {
    strangers.stop();
    firehose.dropAll();
    ledger.close();
  }

  @Override
  public String send(Draft draft) {
    return repositories.send(draft);
  }

  @Override
  public String remember(Draft draft, Instant at) {
    return repositories.remember(draft, at);
  }

  @Override
  public boolean has(String id) {
    return repositories.has(id);
  }

  @Override
  public String edit(String id, String text) {
    return repositories.edit(id, text);
  }

  @Override
  public void delete(String id) {
    repositories.delete(id);
  }

  @Override
  public Set<Fault> known() {
    return faults.known();
  }

  @Override
  public Future<Void> inject(FaultOrder order) {
    return faults.inject(order);
  }

  @Override
  public Future<Void> calm() {
    return faults.calm();
  }
}
