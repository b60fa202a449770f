package afa.source;

import afa.bus.Ownership;
import afa.bus.Pulse;
import afa.message.Addresses;
import afa.message.HeadAnnounced;
import afa.message.ReadCursor;
import afa.message.SourceCursor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the readers of a network on the one node of the cluster that owns it; others stand by. A log
 * that lost its memory begins a new life: then the readers give way to new ones, which find neither
 * cursor nor coverage and bring in again what the network still has.
 */
public final class SourceOwner {
  private static final Logger log = LoggerFactory.getLogger(SourceOwner.class);

  private final Vertx vertx;
  private final String event;
  private final String network;
  private final Ownership ownership;
  private final Supplier<List<SourceReader>> readers;
  private List<SourceReader> running = List.of(); // none while standing by
  private Future<?> ended = Future.succeededFuture(); // of the readers before these
  private @Nullable String epoch; // of the log, by the last word that was heard
  private @Nullable String life; // the epoch that the readers began in
  private boolean begun; // false while standing by and between readers and the next ones
  private boolean stopped;
  private Pulse pulse = new Pulse();

  /**
   * @param readers makes them when this node becomes the owner, and when the log begins a new life
   */
  public SourceOwner(
      Vertx vertx, String event, String network, Supplier<List<SourceReader>> readers) {
    this.vertx = vertx;
    this.event = event;
    this.network = network;
    this.ownership = new Ownership(vertx, "afa.source." + network + "." + event);
    this.readers = readers;
  }

  /** Begins to wait for its turn. A node that stands by has started, too. */
  public Future<Void> start() {
    pulse = Pulse.here();
    pulse.standby(true);
    return Addresses.HEAD.subscribe(vertx.eventBus(), this::heard).map(heard -> {
      ownership.own().compose(owned -> learnEpoch()).onComplete(asked -> begin());
      return null;
    });
  }

  /**
   * Asked before the readers ask for their cursors: a log that forgets after that is noticed, also
   * when it does so before the first word about its head.
   */
  private Future<SourceCursor> learnEpoch() {
    return Addresses.READ_CURSOR
        .call(vertx.eventBus(), new ReadCursor(event, network))
        .onSuccess(stored -> epoch = stored.epoch() == null ? epoch : stored.epoch());
  }

  private void begin() {
    if (stopped) return;
    life = epoch;
    begun = true;
    pulse.standby(false);
    running = List.copyOf(readers.get());
    running.forEach(SourceReader::start);
  }

  private void heard(HeadAnnounced head) {
    if (!head.event().equals(event)) return;
    epoch = head.epoch();
    if (!begun || stopped) return; // whoever begins next begins in this life
    if (life == null) life = epoch; // there was no log yet
    if (!epoch.equals(life)) beginAnew();
  }

  private void beginAnew() {
    log.warn(
        "The log began a new life, so its source begins anew: event={} source={} epoch={}",
        event,
        network,
        epoch);
    begun = false;
    ended = stopReaders();
    ended.onComplete(done -> begin());
  }

  private Future<?> stopReaders() {
    List<SourceReader> last = running;
    running = List.of();
    return Future.join(last.stream().map(SourceReader::stop).toList());
  }

  /** The lock goes last, so that the next owner finds everything stored that was read. */
  public Future<Void> stop() {
    stopped = true;
    return Future.join(ended, stopReaders()).<Void>mapEmpty().eventually(() -> {
      ownership.release();
      return Future.succeededFuture();
    });
  }
}
