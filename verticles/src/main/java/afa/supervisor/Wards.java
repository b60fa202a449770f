package afa.supervisor;

import afa.message.VerticleState;
import afa.message.VerticleStatus;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units of a node, in the order in which they need each other. Used in one thread only. */
final class Wards {
  private final String node;
  private final SharedWishes wishes;
  private final Map<String, Ward> byName = new LinkedHashMap<>();
  private boolean ending;

  Wards(String node, SharedWishes wishes) {
    this.node = node;
    this.wishes = wishes;
  }

  void add(Ward ward) {
    byName.put(ward.name(), ward);
  }

  Optional<Ward> find(String verticle) {
    return Optional.ofNullable(byName.get(verticle));
  }

  private Collection<Ward> all() {
    return byName.values();
  }

  /**
   * Starts one after the other. What a person must change first fails this; anything else that
   * fails is tried again, while the others start.
   */
  Future<Void> startAll() {
    all().forEach(ward -> ward.wanted(isWished(ward)));
    Future<Void> done = Future.succeededFuture();
    for (Ward ward : all()) done = done.compose(before -> startFirst(ward));
    return done;
  }

  private Future<Void> startFirst(Ward ward) {
    if (!ward.isWanted() || ending) return Future.succeededFuture();
    return ward.start()
        .recover(failure -> FirstStart.isHopeless(failure)
            ? Future.failedFuture(failure)
            : Future.succeededFuture());
  }

  private boolean isWished(Ward ward) {
    return ward.unit().over().get().isEmpty() && wishes.known().wantsToRun(key(ward.unit()));
  }

  /** Where the wish about a unit is kept. */
  String key(Unit unit) {
    return unit.oneInCluster() ? unit.verticle() : node + "/" + unit.verticle();
  }

  /**
   * Stops all; what people want stays as it is. First those that another node takes over, together,
   * as each of them waits for the store and the cluster; then the others, the last one first.
   */
  Future<Void> endAll() {
    ending = true;
    List<Ward> last = new ArrayList<>(all());
    Collections.reverse(last);
    Future<Void> stopped = Future.join(last.stream()
            .filter(ward -> ward.unit().oneInCluster())
            .map(Ward::stop)
            .toList())
        .mapEmpty();
    for (Ward ward : last) stopped = stopped.compose(before -> ward.stop());
    return stopped;
  }

  /** Whether the node is on its way out. */
  boolean isEnding() {
    return ending;
  }

  /** Stops one alone, when the node is on its way out. */
  Future<Void> end(String verticle) {
    ending = true;
    return find(verticle).map(Ward::stop).orElse(Future.succeededFuture());
  }

  /** Does what was wished elsewhere, or by an earlier life of the node. */
  void followWishes() {
    if (ending) return;
    for (Ward ward : all()) {
      if (isWished(ward) != ward.isWanted() && !ward.isBusy()) follow(ward, isWished(ward));
    }
  }

  private static void follow(Ward ward, boolean run) {
    ward.wanted(run);
    ward.forgive();
    if (!run) {
      ward.stop();
      ward.unit().over().get().ifPresent(ward::tellOver);
    }
    if (run && ward.state() == VerticleState.STOPPED) ward.start().onFailure(told -> {});
  }

  /**
   * Time has passed.
   *
   * @param mayJudge whether those who were silent are to blame for it
   */
  void tick(boolean mayJudge) {
    if (!ending) all().forEach(ward -> ward.tick(mayJudge));
    else all().forEach(Ward::tickAtTheEnd);
  }

  /** The longest that a task waited for an event loop since this was asked the last time. */
  Duration worstDelay() {
    return all().stream()
        .map(ward -> ward.crew().worstDelay())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  List<VerticleStatus> statuses() {
    return all().stream().map(Ward::status).toList();
  }
}
