package afa.links;

import afa.bus.Pulse;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** One round of the work on links: what was said, then a few visits. */
final class LinkRound {
  /** Then the rest waits for the next round, so that a stop is never far. */
  private static final int VISITS = 20;

  private final LinkTable table;
  private final LinkClient client;
  private final Pulse pulse;

  LinkRound(LinkTable table, LinkClient client, Pulse pulse) {
    this.table = table;
    this.client = client;
    this.pulse = pulse;
  }

  /** Looks through all that was archived. */
  Future<Void> gather() {
    return table.behind().compose(logs -> {
      Future<Void> chain = Future.succeededFuture();
      for (LinkTable.Log log : logs) {
        chain = chain.eventually(() -> gather(log)); // also after one that failed
      }
      return chain;
    });
  }

  private Future<Void> gather(LinkTable.Log log) {
    if (log.cursor() >= log.checkpoint()) return Future.succeededFuture();
    return table.gather(log).compose(this::gather);
  }

  /**
   * Visits addresses whose time has come.
   *
   * @param atOnce how many at the same time
   * @param lease how long nobody else visits them
   * @param again when one that did not answer is tried again
   */
  Future<Void> visit(int atOnce, Duration lease, Duration again) {
    return visit(VISITS, atOnce, lease, again);
  }

  private Future<Void> visit(int left, int atOnce, Duration lease, Duration again) {
    if (left <= 0) return Future.succeededFuture();
    return table.due(atOnce, lease).compose(due -> {
      if (due.isEmpty()) return Future.succeededFuture();
      List<Future<Void>> visits = due.stream().map(each -> visit(each, again)).toList();
      return Future.all(visits).compose(done -> visit(left - due.size(), atOnce, lease, again));
    });
  }

  private Future<Void> visit(LinkTable.Due due, Duration again) {
    pulse.worked(1);
    return client.expand(due.url()).compose(found -> table.keep(due, found, again));
  }
}
