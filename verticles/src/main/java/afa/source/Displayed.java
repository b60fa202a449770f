package afa.source;

import afa.feed.FeedJson;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.feed.Update;
import afa.message.Addresses;
import afa.message.LogPage;
import afa.message.ReadLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The newest posts of a network that stand in the log: those that a source looks up, to learn
 * whether they are still there. Reads the log when it is asked, from where it was last time.
 */
public final class Displayed {
  private static final long MOST_READ_BACK = 50_000;

  private final Vertx vertx;
  private final String event;
  private final String mark;
  private final int most;
  private final NavigableMap<Long, Shown> shown = new TreeMap<>();
  private String epoch = "";
  private long read;

  /**
   * A post on display.
   *
   * @param n its number
   */
  public record Shown(long n, Post post) {}

  /**
   * @param network the {@code source} of the posts
   * @param most posts remembered, the newest
   */
  public Displayed(Vertx vertx, String event, String network, int most) {
    this.vertx = vertx;
    this.event = event;
    this.mark = "\"source\":\"" + network + "\"";
    this.most = most;
  }

  /** What stands there now, the newest first; fails when the store is away. */
  public Future<List<Shown>> newest() {
    return page().compose(page -> {
      if (!page.epoch().equals(epoch)) return restart(page);
      page.entries().forEach(this::take);
      read = page.entries().isEmpty() ? read : page.lastOr(read);
      return page.head() > read && !page.entries().isEmpty()
          ? newest()
          : Future.succeededFuture(new ArrayList<>(shown.descendingMap().values()));
    });
  }

  /** Another life of the log, or the first look: not all of it, the newest is enough. */
  private Future<List<Shown>> restart(LogPage page) {
    epoch = page.epoch();
    shown.clear();
    read = Math.max(0, page.head() - Math.min(10L * most, MOST_READ_BACK));
    return newest();
  }

  private Future<LogPage> page() {
    return Addresses.READ_LOG.call(vertx.eventBus(), new ReadLog(event, read, ReadLog.MAX_LIMIT));
  }

  private void take(LogEntry entry) {
    boolean isOurs = entry.json().contains(mark);
    // A retraction names no source.
    if (!isOurs && !entry.json().contains("\"target\"")) return;
    try {
      take(entry.n(), entry.update());
    } catch (FeedJson.Malformed ofAnotherVersion) {
      shown.remove(entry.n());
    }
  }

  private void take(long n, Update update) {
    Long target = update.target();
    Post post = update.post();
    if (update.type() == Update.Type.POST && post != null) shown.put(n, new Shown(n, post));
    if (update.type() == Update.Type.REVISE && post != null && target != null) {
      shown.computeIfPresent(target, (at, old) -> new Shown(at, post));
    }
    if (update.type() == Update.Type.RETRACT && target != null) shown.remove(target);
    if (shown.size() > most) shown.pollFirstEntry();
  }
}
