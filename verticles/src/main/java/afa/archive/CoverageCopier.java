package afa.archive;

import afa.feed.Coverage;
import afa.message.Addresses;
import afa.message.ReadCoverage;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what the log of an event has of its sources' time. */
final class CoverageCopier {
  private static final Logger log = LoggerFactory.getLogger(CoverageCopier.class);

  private final EventBus bus;
  private final String event;
  private final Archive archive;
  private boolean failing; // a change is logged, not each failure

  CoverageCopier(EventBus bus, String event, Archive archive) {
    this.bus = bus;
    this.event = event;
    this.archive = archive;
  }

  /**
   * Copies what the log says at this moment, if that can be done; the next time does it as well.
   * Fails only with {@link Archive.Superseded}.
   *
   * @param fence of the archiver
   */
  Future<Void> attempt(long fence) {
    return copy(fence).onSuccess(kept -> failing = false).recover(failure -> {
      if (failure instanceof Archive.Superseded) return Future.failedFuture(failure);
      if (!failing) log.warn("Coverage is not kept: event={}", event, failure);
      failing = true;
      return Future.succeededFuture();
    });
  }

  /** Copies what the log says at this moment. */
  Future<Void> copy(long fence) {
    return Addresses.COVERAGE
        .call(bus, new ReadCoverage(event))
        .compose(read -> keep(fence, read.sources()));
  }

  private Future<Void> keep(long fence, Map<String, Coverage> sources) {
    return sources.isEmpty()
        ? Future.succeededFuture()
        : archive.keepCoverage(event, fence, sources);
  }
}
