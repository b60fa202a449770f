package afa.archive;

import afa.feed.Coverage;
import afa.feed.LogEntry;
import afa.message.ArchivePage;
import afa.message.ReadArchive;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** An archive in memory, which can be away; {@code ArchiveContract} keeps it honest. */
final class InMemoryArchive implements Archive {
  private final Map<String, Map<String, Life>> events = new LinkedHashMap<>();
  private final Map<String, Map<String, Coverage>> coverage = new LinkedHashMap<>();
  private final Map<String, Long> archivers = new LinkedHashMap<>();
  private boolean away;

  private static final class Life {
    long checkpoint;
    final SortedMap<Long, String> bodies = new TreeMap<>();
  }

  /** From now on every step fails, or works again. */
  synchronized void setAway(boolean isAway) {
    away = isAway;
  }

  @Override
  public Future<Void> prepare() {
    return step(() -> null);
  }

  @Override
  public Future<Long> checkpoint(String event, String epoch) {
    return step(() -> lives(event).computeIfAbsent(epoch, begun -> new Life()).checkpoint);
  }

  @Override
  public Future<Long> claim(String event) {
    return step(() -> archivers.merge(event, 1L, Long::sum));
  }

  private <T> Future<T> as(String event, long fence, Supplier<T> action) {
    return step(() -> archivers.getOrDefault(event, 0L))
        .compose(newest -> newest > 0 && newest <= fence
            ? step(action)
            : Future.failedFuture(new Superseded(event, fence, newest)));
  }

  @Override
  public Future<Kept> keep(Batch batch) {
    return as(batch.event(), batch.fence(), () -> {
      Life life = lives(batch.event()).get(batch.epoch());
      if (life.checkpoint != batch.since()) return new Kept(life.checkpoint, 0, 0);
      int kept = 0;
      for (LogEntry entry : batch.entries()) {
        if (Sorted.of(entry) instanceof Sorted.Row row) {
          keep(life, row);
          kept++;
        }
      }
      life.checkpoint = batch.last();
      return new Kept(life.checkpoint, kept, batch.entries().size() - kept);
    });
  }

  private static void keep(Life life, Sorted.Row row) {
    life.bodies.put(row.n(), row.json());
    switch (row.update().type()) {
      case REVISE -> {
        long target = row.update().target();
        life.bodies.computeIfPresent(target, (n, body) -> isGone(body) ? body : row.inPlace());
        blankRevisions(life, target, row.n());
      }
      case RETRACT -> {
        long target = row.update().target();
        life.bodies.computeIfPresent(target, (n, body) -> LogEntry.gone(n).json());
        blankRevisions(life, target, row.n());
      }
      case POST, GONE -> {}
    }
  }

  private static void blankRevisions(Life life, long target, long before) {
    life.bodies
        .headMap(before)
        .replaceAll((n, body) -> body.contains("\"revise\",\"target\":" + target + ",")
            ? LogEntry.gone(n).json()
            : body);
  }

  private static boolean isGone(String body) {
    return body.contains("\"type\":\"gone\"");
  }

  @Override
  public Future<Long> count(String event) {
    return step(() -> (long) newest(event).bodies.size());
  }

  @Override
  public Future<List<LogEntry>> page(String event, long since, int limit) {
    return step(() -> newest(event).bodies.tailMap(since + 1).entrySet().stream()
        .limit(limit)
        .map(body -> new LogEntry(body.getKey(), body.getValue()))
        .toList());
  }

  /** Without the identities of what is gone, and without what was held aside. */
  @Override
  public Future<ArchivePage> again(ReadArchive request) {
    return step(() -> {
      Map<String, Life> lives = lives(request.event());
      String newest = lives.keySet().stream().reduce("", (older, newer) -> newer);
      boolean outlived = lives.containsKey(request.epoch()) && !newest.equals(request.epoch());
      List<ArchivePage.Entry> entries =
          newest(request.event()).bodies.tailMap(request.since() + 1).entrySet().stream()
              .limit(request.limit())
              .map(body -> new ArchivePage.Entry(body.getKey(), body.getValue(), null))
              .toList();
      long checkpoint = newest(request.event()).checkpoint;
      return new ArchivePage(false, newest, checkpoint, outlived, entries);
    });
  }

  @Override
  public Future<Void> keepCoverage(String event, long fence, Map<String, Coverage> told) {
    return as(event, fence, () -> {
      Map<String, Coverage> kept = coverage.computeIfAbsent(event, first -> new TreeMap<>());
      told.forEach((source, ledger) -> kept.merge(source, ledger, KeptCoverage::merge));
      return null;
    });
  }

  @Override
  public Future<Map<String, Coverage>> coverage(String event) {
    return step(() -> Map.copyOf(coverage.getOrDefault(event, Map.of())));
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  private Map<String, Life> lives(String event) {
    return events.computeIfAbsent(event, begun -> new LinkedHashMap<>());
  }

  private Life newest(String event) {
    return lives(event).values().stream().reduce(new Life(), (older, newer) -> newer);
  }

  private synchronized <T> Future<T> step(Supplier<T> action) {
    return away ? Future.failedFuture("away") : Future.succeededFuture(action.get());
  }
}
