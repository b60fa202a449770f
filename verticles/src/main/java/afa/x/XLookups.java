package afa.x;

import afa.feed.Post;
import afa.source.Displayed;
import afa.source.SourceContext;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up what is on display: the stream does not tell of deletions. What is gone at X, or must not
 * be shown any more, is taken out of the log; what was edited is fetched. Posts that were read today
 * cost nothing; others are looked up only if they are among the newest, while the stream may run, and
 * for at most a tenth of what is left.
 */
final class XLookups {
  private static final Logger log = LoggerFactory.getLogger(XLookups.class);
  private static final int MOST_IDS = 100;

  /**
   * Most posts that are looked up, most of them because they cost nothing: a hundred requests every
   * five minutes, a tenth of the 3,500 that X allows in fifteen (August 2026).
   */
  private static final int MOST = 10_000;

  /** The first look of a source that takes over is not put off by a whole turn. */
  private static final long SOON_MS = 30_000;

  private final XParts parts;
  private final Displayed displayed;
  private boolean looking;
  private boolean failing;
  private long timer = -1;

  XLookups(XParts parts) {
    this.parts = parts;
    SourceContext context = parts.context();
    this.displayed = new Displayed(context.vertx(), context.event(), XStreamVerticle.SOURCE, MOST);
  }

  void start() {
    XTuning.Checks checks = parts.config().tuning().checks();
    if (checks.lookupPosts() == 0) return;
    long every = checks.lookupEvery().toMillis();
    long first = Math.min(every, SOON_MS);
    timer = parts.context().vertx().setPeriodic(first, every, tick -> look());
  }

  void stop() {
    parts.context().vertx().cancelTimer(timer);
  }

  private void look() {
    boolean mayCost = parts.budget().mode(parts.client().now()) == XBudget.Mode.STREAM;
    if (looking || !mayCost) return;
    looking = true;
    displayed
        .newest()
        .compose(shown -> look(affordable(shown)))
        .onComplete(done -> looking = false)
        .onSuccess(done -> failing = false)
        .onFailure(this::failed);
  }

  /** As long as it fails nothing is taken away; said once. */
  private void failed(Throwable failure) {
    if (XFailure.problem(failure).kind() == XProblem.Kind.BUDGET_SPENT) return;
    if (!failing) log.warn("Looking up what is on display fails: {}", failure.getMessage());
    failing = true;
  }

  /** What is looked up in this turn: the newest, and whatever costs nothing. */
  private List<Batch> affordable(List<Displayed.Shown> shown) {
    Instant now = parts.client().now();
    shown.forEach(one -> recall(one.post(), now));
    int newest = Math.min(shown.size(), parts.config().tuning().checks().lookupPosts());
    Set<String> mayCost = asked(shown.subList(0, newest)).keySet();
    long money = parts.budget().free(now) / 10;
    List<Batch> batches = new ArrayList<>();
    for (Map.Entry<String, List<String>> one : asked(shown).entrySet()) {
      boolean isPaid = parts.budget().isPaid(one.getKey(), now);
      if (!isPaid && (!mayCost.contains(one.getKey()) || money-- <= 0)) continue;
      if (batches.isEmpty() || batches.get(batches.size() - 1).isFull()) batches.add(new Batch());
      batches.get(batches.size() - 1).asked.put(one.getKey(), one.getValue());
    }
    return batches;
  }

  private void recall(Post post, Instant now) {
    if (XJson.isId(post.id())) parts.budget().recall(post.id(), post.receivedAt(), now);
  }

  /** Which posts of the log hang on each post of X: the post itself, and those that pass it on. */
  private static Map<String, List<String>> asked(List<Displayed.Shown> shown) {
    Map<String, List<String>> asked = new LinkedHashMap<>();
    for (Displayed.Shown one : shown) {
      Post post = one.post();
      if (XJson.isId(post.id())) add(asked, post.id(), post);
      String original = post.repostOf();
      if (original != null && XJson.isId(original)) add(asked, original, post);
    }
    return asked;
  }

  private static void add(Map<String, List<String>> asked, String id, Post post) {
    asked.computeIfAbsent(id, first -> new ArrayList<>(1)).add(post.identity());
  }

  private Future<Void> look(List<Batch> batches) {
    Future<Void> all = Future.succeededFuture();
    for (Batch batch : batches) all = all.compose(done -> look(batch));
    return all;
  }

  private Future<Void> look(Batch batch) {
    List<String> ids = List.copyOf(batch.asked.keySet());
    String fields = parts.config().fields().checkQuery();
    return paid(ids.size(), () -> parts.client().lookup(ids, fields)).compose(answer -> {
      XLookedUp found = XLookedUp.read(answer, batch.asked, parts.config().policy());
      parts.intake().bill(answer, parts.client().now());
      if (!found.retracted().isEmpty()) retract(found.retracted());
      return fetch(unread(found.outdated()));
    });
  }

  private void retract(List<String> identities) {
    log.info("Gone at X: event={} count={}", parts.context().event(), identities.size());
    parts.context().bring(List.of(), identities, null);
  }

  /** An edit that was read today is in the log already. */
  private List<String> unread(List<String> ids) {
    Instant now = parts.client().now();
    return ids.stream().filter(id -> !parts.budget().isPaid(id, now)).toList();
  }

  private Future<Void> fetch(List<String> ids) {
    if (ids.isEmpty()) return Future.succeededFuture();
    String fields = parts.config().fields().query();
    return paid(3 * ids.size(), () -> parts.client().lookup(ids, fields)).compose(answer -> {
      XTaken taken = parts.intake().page(answer, parts.client().now());
      return parts.context().bring(taken.posts(), taken.retracted(), null).mapEmpty();
    });
  }

  private Future<JsonNode> paid(int cost, Supplier<Future<JsonNode>> request) {
    if (parts.budget().free(parts.client().now()) < cost) {
      return Future.failedFuture(
          new XFailure(parts.budget().problem(parts.client().now())));
    }
    return parts.purse().paying(cost, request);
  }

  /** As many as one request may ask for. */
  private static final class Batch {
    final Map<String, List<String>> asked = new LinkedHashMap<>();

    boolean isFull() {
      return asked.size() == MOST_IDS;
    }
  }
}
