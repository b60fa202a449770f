package afa.testkit;

import afa.feed.EventInfo;
import afa.feed.FeedJson;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.message.AppendPosts;
import afa.message.Appended;
import afa.message.HeadAnnounced;
import afa.message.LogPage;
import afa.message.ReadLog;
import afa.store.Log;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The logs in memory, for tests that are not about Redis; {@code LogContract} keeps it honest. It
 * can be told to be away, to forget, and to hide what it appends from those who only listen.
 */
public final class InMemoryLog implements Log {
  private final Map<String, EventInfo> events = new LinkedHashMap<>();
  private final Map<String, Life> lives = new LinkedHashMap<>();
  private boolean away;
  private int epochs;

  private static final class Life {
    final String epoch;
    final List<String> updates = new ArrayList<>();
    final Map<String, Long> ids = new LinkedHashMap<>();
    final Map<String, String> cursors = new LinkedHashMap<>();

    Life(String epoch) {
      this.epoch = epoch;
    }
  }

  /** From now on every step fails, or works again. */
  public synchronized void setAway(boolean isAway) {
    away = isAway;
  }

  /** All logs are lost; new ones begin another life. */
  public synchronized void forget() {
    lives.clear();
  }

  @Override
  public synchronized Future<Void> register(EventInfo event) {
    return step(() -> {
      events.put(event.event(), event);
      life(event.event());
      return null;
    });
  }

  @Override
  public synchronized Future<String> identity() {
    return step(() -> "memory" + System.identityHashCode(this));
  }

  @Override
  public synchronized Future<List<EventInfo>> events() {
    return step(() -> List.copyOf(events.values()));
  }

  @Override
  public synchronized Future<Append> append(AppendPosts request) {
    return step(() -> {
      Life life = life(request.event());
      List<Long> numbers = new ArrayList<>();
      List<LogEntry> grown = new ArrayList<>();
      for (Post post : request.posts()) {
        Long known = life.ids.get(post.identity());
        long n = known == null ? add(life, post, grown) : known;
        numbers.add(n);
      }
      if (request.cursor() != null) life.cursors.put(request.source(), request.cursor());
      Appended answer = new Appended(
          life.epoch,
          life.updates.size(),
          numbers,
          grown.size(),
          0,
          0,
          life.updates.size() - grown.size());
      return new Append(answer, grown);
    });
  }

  private static long add(Life life, Post post, List<LogEntry> grown) {
    long n = life.updates.size() + 1L;
    String json = "{\"n\":" + n + ",\"type\":\"post\"," + FeedJson.encode(post).substring(1);
    life.updates.add(json);
    life.ids.put(post.identity(), n);
    grown.add(new LogEntry(n, json));
    return n;
  }

  @Override
  public synchronized Future<LogPage> read(ReadLog request) {
    return step(() -> {
      Life life = lives.get(request.event());
      if (life == null) return new LogPage("", 0, List.of());
      int head = life.updates.size();
      List<LogEntry> entries = new ArrayList<>();
      for (long n = request.since() + 1;
          n <= Math.min(head, request.since() + request.limit());
          n++) {
        entries.add(new LogEntry(n, life.updates.get((int) n - 1)));
      }
      return new LogPage(life.epoch, head, entries);
    });
  }

  @Override
  public synchronized Future<HeadAnnounced> head(String event) {
    return step(() -> {
      Life life = lives.get(event);
      return life == null
          ? new HeadAnnounced(event, "", 0)
          : new HeadAnnounced(event, life.epoch, life.updates.size());
    });
  }

  @Override
  public synchronized Future<Optional<String>> cursor(String event, String source) {
    return step(() -> Optional.ofNullable(lives.get(event)).map(life -> life.cursors.get(source)));
  }

  private Life life(String event) {
    return lives.computeIfAbsent(event, begun -> new Life("life" + ++epochs));
  }

  private <T> Future<T> step(java.util.function.Supplier<T> action) {
    return away ? Future.failedFuture("away") : Future.succeededFuture(action.get());
  }
}
