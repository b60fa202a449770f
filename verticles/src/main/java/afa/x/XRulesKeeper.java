package afa.x;

import afa.x.XRules.Added;
import afa.x.XRules.Change;
import afa.x.XRules.Rule;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the rules at X in step with those of the event. */
final class XRulesKeeper {
  private static final Logger log = LoggerFactory.getLogger(XRulesKeeper.class);

  private final XClient client;
  private final List<String> desired;
  private final String tag;
  private boolean inStep;
  private Set<String> foreign = Set.of();
  private String remark;

  XRulesKeeper(XClient client, List<String> desired, String event) {
    this.client = client;
    this.desired = desired;
    this.tag = XRules.tag(event);
  }

  /** Completes once X has our rules; asks X only when that is in doubt. */
  Future<Void> keepInStep() {
    if (inStep) return Future.succeededFuture();
    return client.rules().compose(this::change).map(done -> {
      inStep = true;
      return null;
    });
  }

  /** X says that something is wrong with them: the next time it is asked. */
  void doubt() {
    inStep = false;
  }

  /** Ids of the app's other rules, whose posts come by the same stream. */
  Set<String> foreign() {
    return foreign;
  }

  /** What the operator should know, or null. */
  String remark() {
    return remark;
  }

  private Future<Void> change(List<Rule> existing) {
    Change change = XRules.change(desired, existing, tag);
    foreign = XRules.foreign(desired, existing, tag);
    remark = null;
    if (change.deleteFirst()) {
      return delete(change.delete(), Set.of())
          .compose(done -> add(change.add()))
          .mapEmpty();
    }
    // The new ones first: posts that match old and new must not be lost in between.
    return add(change.add()).compose(added -> delete(change.delete(), added.ids()));
  }

  private Future<Added> add(List<String> values) {
    if (values.isEmpty()) return Future.succeededFuture(new Added(Set.of(), List.of()));
    log.info("Adding rules at X: tag={} count={}", tag, values.size());
    return client.addRules(values, tag).map(this::added);
  }

  private Added added(Added added) {
    Set<String> others = new HashSet<>(foreign);
    others.removeAll(added.ids());
    foreign = Set.copyOf(others);
    added.refused().forEach(sentence -> log.error("{}", sentence));
    if (!added.refused().isEmpty()) remark = String.join("; ", added.refused());
    return added;
  }

  /** What X called a duplicate of a rule that we want must stay. */
  private Future<Void> delete(List<String> ids, Set<String> wanted) {
    List<String> obsolete = ids.stream().filter(id -> !wanted.contains(id)).toList();
    if (obsolete.isEmpty()) return Future.succeededFuture();
    log.info("Deleting rules at X: tag={} count={}", tag, obsolete.size());
    return client.deleteRules(obsolete);
  }
}
