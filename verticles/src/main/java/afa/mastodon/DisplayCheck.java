package afa.mastodon;

import afa.feed.Post;
import afa.mastodon.StatusIntake.Taken;
import afa.mastodon.StatusResult.Shown;
import afa.source.Displayed;
import afa.source.SourceContext;
import afa.source.SourceReader;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up every few minutes whether what is on display is still there and still the same: deletions
 * and edits of a time in which nobody listened. A failed request removes nothing.
 */
final class DisplayCheck implements SourceReader {
  private static final Logger log = LoggerFactory.getLogger(DisplayCheck.class);
  private static final int MOST_AT_ONCE = 20; // Mastodon refuses more

  /** 50 requests, of the 300 that Mastodon allows in five minutes. */
  static final int MOST_DISPLAYED = 1_000;

  /** After a start there is more to find than later. */
  private static final Duration FIRST = Duration.ofSeconds(10);

  /** Where none of so many is left it is asked a second time: the trouble may be the server's. */
  private static final int SUSPICIOUS = 5;

  private final Vertx vertx;
  private final MastodonSite site;
  private final Displayed displayed;
  private final Supplier<SourceContext> context;
  private final IdRecovery recovery;
  private final Absences absences;
  private final Set<String> doubted = new HashSet<>(); // ids that were missing all at once
  private long timer = -1;
  private boolean looking;

  /**
   * @param absences of all servers
   * @param context the way to the store, null while there is none
   */
  DisplayCheck(
      Vertx vertx,
      MastodonSite site,
      Displayed displayed,
      Absences absences,
      Supplier<SourceContext> context) {
    this.vertx = vertx;
    this.site = site;
    this.displayed = displayed;
    this.absences = absences;
    this.context = context;
    this.recovery = new IdRecovery(site);
  }

  @Override
  public void start() {
    long every = site.config().tuning().displayEvery().toMillis();
    timer = vertx.setPeriodic(Math.min(FIRST.toMillis(), every), every, tick -> look());
  }

  @Override
  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    return Future.succeededFuture();
  }

  private void look() {
    if (looking || context.get() == null) return;
    looking = true;
    displayed
        .newest()
        .map(this::ours)
        .compose(shown -> recovered(shown).map(shown))
        .compose(shown -> check(batches(shown)))
        .onComplete(done -> looking = false)
        .onFailure(failure ->
            log.debug("Not looked up: server={} reason={}", site.server(), failure.getMessage()));
  }

  /** Those about which this server is to be believed. */
  private List<Displayed.Shown> ours(List<Displayed.Shown> shown) {
    return shown.stream().filter(one -> site.decides(one.post().id())).toList();
  }

  /** Once after a start: ids that were known before it. */
  private Future<Void> recovered(List<Displayed.Shown> shown) {
    List<Post> unknown = shown.stream()
        .map(Displayed.Shown::post)
        .filter(post -> localId(post.id()) == null)
        .toList();
    if (recovery.isDone() || unknown.isEmpty()) return Future.succeededFuture();
    return recovery.find(unknown).map(absent -> {
      List<String> gone = absent.stream()
          .filter(post -> absences.isGone(post.id(), site.server().name()))
          .map(Post::identity)
          .toList();
      if (!gone.isEmpty()) context.get().bring(List.of(), gone, null);
      return null;
    });
  }

  private List<Map<String, Post>> batches(List<Displayed.Shown> shown) {
    List<Map<String, Post>> batches = new ArrayList<>();
    for (Displayed.Shown one : shown) {
      String id = localId(one.post().id());
      if (id == null) continue;
      if (batches.isEmpty() || batches.get(batches.size() - 1).size() == MOST_AT_ONCE) {
        batches.add(new LinkedHashMap<>());
      }
      batches.get(batches.size() - 1).put(id, one.post());
    }
    return batches;
  }

  /** After a restart the server's own statuses are known by their addresses. */
  private String localId(String uri) {
    String known = site.ids().id(uri);
    if (known != null || !uri.startsWith(site.server().base() + "/")) return known;
    String last = uri.substring(uri.lastIndexOf('/') + 1);
    return last.matches("[0-9]{1,20}") ? last : null;
  }

  private Future<Void> check(List<Map<String, Post>> batches) {
    Future<Void> all = Future.succeededFuture();
    for (Map<String, Post> batch : batches) all = all.compose(done -> checkOne(batch));
    return all;
  }

  private Future<Void> checkOne(Map<String, Post> batch) {
    return Future.all(site.parser(), site.client().statuses(List.copyOf(batch.keySet())))
        .map(both -> {
          compare(batch, both.resultAt(0), both.<JsonNode>resultAt(1));
          return null;
        });
  }

  private void compare(Map<String, Post> asked, StatusParser parser, JsonNode answer) {
    SourceContext store = context.get();
    StatusIntake intake =
        new StatusIntake(store.source(), store.counters(), site.ids(), site::decides);
    Taken taken = new Taken();
    Map<String, Post> missing = new LinkedHashMap<>(asked);
    for (JsonNode status : answer) {
      String id = MastodonJson.text(status, "id");
      Post post = missing.remove(id);
      doubted.remove(id);
      if (post != null) found(post, parser.read(status, Instant.now()), intake, taken);
    }
    boolean doubtful = asked.size() >= SUSPICIOUS && missing.size() == asked.size();
    if (doubtful) missing.keySet().removeIf(doubted::add);
    missing.keySet().forEach(site.ids()::forget);
    missing.values().forEach(post -> taken.retracted().add(post.identity()));
    if (taken.posts().isEmpty() && taken.retracted().isEmpty()) return;
    store.bring(taken.posts(), taken.retracted(), null);
  }

  /** Only what changed counts as received; the rest was not news. */
  private static void found(Post post, StatusResult result, StatusIntake intake, Taken taken) {
    if (result instanceof StatusResult.Malformed) return;
    boolean same = result instanceof Shown shown
        && shown.tagged()
        && !Post.isNewer(shown.post().version(), post.version());
    if (!same) intake.takeEdited(result, taken);
  }
}
