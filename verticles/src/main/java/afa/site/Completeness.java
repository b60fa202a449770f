package afa.site;

import afa.message.Addresses;
import afa.message.IntegrityRead;
import afa.message.IntegrityRead.Level;
import afa.message.ReadIntegrity;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a page says of how complete it is, asked of whoever hears the sources. */
final class Completeness {
  /** A page does not wait for this; its script asks again. */
  private static final long PATIENCE_MS = 500;

  /** While nobody answers. */
  static final IntegrityRead UNKNOWN = new IntegrityRead(
      "",
      Instant.EPOCH,
      Instant.EPOCH,
      Instant.EPOCH,
      Level.UNCLEAR,
      "Whether posts are missing cannot be told right now",
      null,
      List.of());

  private final EventBus bus;

  Completeness(EventBus bus) {
    this.bus = bus;
  }

  /** Never fails, and never takes long. */
  Future<IntegrityRead> of(String event) {
    return Addresses.INTEGRITY
        .call(bus, new ReadIntegrity(event))
        .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
        .otherwise(UNKNOWN);
  }
}
