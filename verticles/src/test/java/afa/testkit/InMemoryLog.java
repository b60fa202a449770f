package afa.testkit;

import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.feed.FeedJson;
import afa.feed.LogEntry;
import afa.feed.Position;
import afa.feed.Post;
import afa.message.AppendPosts;
import afa.message.Appended;
import afa.message.ArchivePage;
import afa.message.Fence;
import afa.message.HeadAnnounced;
import afa.message.LogPage;
import afa.message.ReadLog;
import afa.message.SourceCursor;
import afa.store.Log;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The logs in memory, for tests that are not about Redis; {@code LogContract} keeps it honest. It
 * can be told to be away, to forget, and to hide what it appends from those who only listen.
 */
public final class InMemoryLog implements Log {
  private final Map<String, EventInfo> events = new LinkedHashMap<>();
  private final Map<String, Life> lives = new LinkedHashMap<>();
  private final Map<String, Long> fences = new LinkedHashMap<>(); // by event and network
  private boolean away;
  private Promise<Void> held; // null while reads are answered at once
  private int epochs;
  private int reads;

  /** What is remembered of a post. */
  private static final class Known {
    final long n;
    long revision; // number of the newest revise entry, or 0
    String version;
    Post content; // null once the post is gone

    Known(long n, Post post) {
      this.n = n;
      version = post.version();
      content = post.content();
    }
  }

  private static final class Life {
    final String epoch;
    final List<LogEntry> updates = new ArrayList<>();
    final Map<String, Known> known = new LinkedHashMap<>();
    final Map<String, String> cursors = new LinkedHashMap<>();
    final Map<String, Coverage> coverage = new LinkedHashMap<>();

    Life(String epoch) {
      this.epoch = epoch;
    }

    long next() {
      return updates.size() + 1L;
    }

    void replace(LogEntry entry) {
      updates.set((int) entry.n() - 1, entry);
    }
  }

  /** From now on every step fails, or works again. */
  public synchronized void setAway(boolean isAway) {
    away = isAway;
  }

  /** From now on reads are answered later; then all of them at once. */
  public synchronized void setHeld(boolean isHeld) {
    Promise<Void> before = held;
    held = isHeld ? Promise.promise() : null;
    if (before != null) before.complete();
  }

  /** How often something was read. */
  public synchronized int reads() {
    return reads;
  }

  /** All logs are lost; new ones begin another life. */
  public synchronized void forget() {
    lives.clear();
    fences.clear();
  }

  @Override
  public synchronized Future<Void> register(EventInfo event) {
    return step(() -> {
      events.put(event.event(), event);
      life(event.event());
      return null;
    });
  }

  /** What it is told to forget stays forgotten: its logs always begin anew. */
  @Override
  public void insist(String event, Position least) {}

  @Override
  public synchronized Future<Position> found(String event) {
    return head(event).map(head -> new Position(head.epoch(), head.head()));
  }

  @Override
  public Future<Long> restore(
      String event, String life, String instead, long since, List<ArchivePage.Entry> entries) {
    return Future.succeededFuture(-1L);
  }

  @Override
  public synchronized Future<Boolean> begin(
      String event, String life, long head, boolean keepsNumbers) {
    return step(() -> life(event) != null);
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
    return step(() -> life(request.event())).compose(life -> {
      long newest = newerOwner(request.event(), request.fence());
      return newest > 0
          ? Future.failedFuture(new Superseded(request, newest))
          : Future.succeededFuture(append(life, request));
    });
  }

  private long newerOwner(String event, Fence fence) {
    if (fence == null) return 0;
    long newest = fences.merge(event + " " + fence.network(), fence.number(), Math::max);
    return newest > fence.number() ? newest : 0;
  }

  @Override
  public synchronized Future<Long> claim(String event, String network) {
    long now = System.currentTimeMillis();
    return step(
        () -> fences.merge(event + " " + network, now, (last, time) -> Math.max(last + 1, time)));
  }

  private static Append append(Life life, AppendPosts request) {
    int before = life.updates.size();
    List<Long> numbers = new ArrayList<>();
    int added = 0;
    for (Post post : request.posts()) {
      Known known = life.known.get(post.identity());
      if (known == null) added++;
      numbers.add(known == null ? add(life, post) : revise(life, known, post));
    }
    int revised = life.updates.size() - before - added;
    for (String identity : request.retracted()) retract(life, life.known.get(identity));
    if (request.epoch() == null || request.epoch().equals(life.epoch)) vouch(life, request);
    int head = life.updates.size();
    int retracted = head - before - added - revised;
    return new Append(
        new Appended(life.epoch, head, numbers, added, revised, retracted, before),
        List.copyOf(life.updates.subList(before, head)));
  }

  private static void vouch(Life life, AppendPosts request) {
    if (request.cursor() != null) life.cursors.put(request.source(), request.cursor());
    if (request.coverage() != null) life.coverage.put(request.source(), request.coverage());
  }

  private static long add(Life life, Post post) {
    LogEntry entry = LogEntry.post(life.next(), FeedJson.encode(post));
    life.updates.add(entry);
    life.known.put(post.identity(), new Known(entry.n(), post));
    return entry.n();
  }

  private static long revise(Life life, Known known, Post post) {
    if (known.content == null || !Post.isNewer(post.version(), known.version)) return known.n;
    known.version = post.version();
    if (known.content.equals(post.content())) return known.n;
    known.content = post.content();
    life.replace(LogEntry.post(known.n, FeedJson.encode(post)));
    if (known.revision > 0) life.replace(LogEntry.gone(known.revision));
    known.revision = life.next();
    life.updates.add(LogEntry.revise(known.revision, known.n, FeedJson.encode(post)));
    return known.n;
  }

  private static void retract(Life life, Known known) {
    if (known == null || known.content == null) return;
    known.content = null;
    life.replace(LogEntry.gone(known.n));
    if (known.revision > 0) life.replace(LogEntry.gone(known.revision));
    life.updates.add(LogEntry.retract(life.next(), known.n));
  }

  @Override
  public synchronized Future<LogPage> read(ReadLog request) {
    reads++;
    if (held == null) return readNow(request);
    return held.future().compose(released -> readNow(request));
  }

  private synchronized Future<LogPage> readNow(ReadLog request) {
    return step(() -> {
      Life life = lives.get(request.event());
      if (life == null) return new LogPage("", 0, List.of());
      int head = life.updates.size();
      int first = (int) Math.min(head, request.since());
      int last = Math.min(head, first + request.limit());
      return new LogPage(life.epoch, head, life.updates.subList(first, last));
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
  public synchronized Future<SourceCursor> cursor(String event, String source) {
    return step(() -> {
      Life life = lives.get(event);
      return life == null
          ? new SourceCursor(null, null, null)
          : new SourceCursor(life.cursors.get(source), life.coverage.get(source), life.epoch);
    });
  }

  @Override
  public synchronized Future<Map<String, Coverage>> coverage(String event) {
    return step(() -> {
      Life life = lives.get(event);
      return life == null ? Map.of() : Map.copyOf(life.coverage);
    });
  }

  private Life life(String event) {
    return lives.computeIfAbsent(event, begun -> new Life("life" + ++epochs));
  }

  private <T> Future<T> step(Supplier<T> action) {
    return away ? Future.failedFuture("away") : Future.succeededFuture(action.get());
  }
}
