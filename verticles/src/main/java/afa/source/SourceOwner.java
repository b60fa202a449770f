package afa.source;

import afa.bus.Ownership;
import afa.bus.Pulse;
import afa.feed.LivesLeft;
import afa.message.Addresses;
import afa.message.ClaimSource;
import afa.message.Fence;
import afa.message.HeadAnnounced;
import afa.message.ReadCursor;
import afa.message.SourceCursor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the readers of a network on the one node of the cluster that owns it; others stand by. The
 * store gives each owner a number and refuses what earlier ones still bring: then this node drops
 * it and stands by again. A log that lost its memory begins a new life: then the readers give way to
 * new ones, which find neither cursor nor coverage and bring in again what the network still has.
 */
public final class SourceOwner {
  private static final Logger log = LoggerFactory.getLogger(SourceOwner.class);

  private final Vertx vertx;
  private final String event;
  private final String network;
  private final Ownership ownership;
  private final Function<Tenure, List<SourceReader>> readers;
  private final Backoff backoff = new Backoff(BackoffRules.HOUSE);
  private List<SourceReader> running = List.of(); // none while standing by
  private Future<?> ended = Future.succeededFuture(); // of the readers before these
  private @Nullable Tenure tenure; // null while standing by, and until the store gave a number
  private int turn; // how often we became the owner, or ceased to be
  private @Nullable String epoch; // of the log, by the last word that was heard
  private final LivesLeft lives = new LivesLeft();
  private @Nullable String life; // the epoch that the readers began in
  private boolean begun; // false while standing by and between readers and the next ones
  private Pulse pulse = new Pulse();

  /**
   * @param readers makes them when this node becomes the owner, and when the log begins a new life
   */
  public SourceOwner(
      Vertx vertx, String event, String network, Function<Tenure, List<SourceReader>> readers) {
    this(vertx, event, network, Ownership.REST, readers);
  }

  /**
   * @param rest how long one that was refused stays away
   */
  SourceOwner(
      Vertx vertx,
      String event,
      String network,
      Duration rest,
      Function<Tenure, List<SourceReader>> readers) {
    this.vertx = vertx;
    this.event = event;
    this.network = network;
    this.readers = readers;
    this.ownership =
        new Ownership(vertx, "afa.source." + network + "." + event, rest, new Ownership.Owner() {
          @Override
          public void begin() {
            claim(++turn);
          }

          @Override
          public Future<?> end() {
            return standBy();
          }
        });
  }

  /** Begins to wait for its turn. A node that stands by has started, too. */
  public Future<Void> start() {
    pulse = Pulse.here();
    pulse.standby(true);
    return Addresses.HEAD.subscribe(vertx.eventBus(), this::heard).map(heard -> {
      ownership.start();
      return null;
    });
  }

  /** Before anything is read: from now on nothing of the owner before us can be stored. */
  private void claim(int ours) {
    Addresses.CLAIM
        .call(vertx.eventBus(), new ClaimSource(event, network))
        .onSuccess(claimed -> {
          backoff.succeeded();
          pulse.trouble("claim", null);
          if (ours == turn) take(claimed.fence());
        })
        .onFailure(away -> {
          if (ours == turn) claimAgain(ours, away);
        });
  }

  private void claimAgain(int ours, Throwable away) {
    pulse.trouble("claim", "waits for its number from the store: " + away.getMessage());
    vertx.setTimer(Math.max(1, backoff.afterOurs().toMillis()), due -> {
      if (ours == turn) claim(ours);
    });
  }

  private void take(long fence) {
    log.info("This node is the owner: event={} source={} fence={}", event, network, fence);
    Tenure ours = new Tenure(vertx, event, new Fence(network, fence), ownership::giveUp);
    tenure = ours;
    learnEpoch().onComplete(asked -> begin(ours));
  }

  /**
   * Asked before the readers ask for their cursors: a log that forgets after that is noticed, also
   * when it does so before the first word about its head.
   */
  private Future<SourceCursor> learnEpoch() {
    return Addresses.READ_CURSOR
        .call(vertx.eventBus(), new ReadCursor(event, network))
        .onSuccess(stored -> {
          if (stored.epoch() != null) isNow(stored.epoch());
        });
  }

  private void isNow(String told) {
    if (!told.equals(epoch)) lives.leave(epoch);
    epoch = told;
  }

  private void begin(Tenure ours) {
    if (ours != tenure) return; // which ended meanwhile
    life = epoch;
    begun = true;
    pulse.standby(false);
    running = List.copyOf(readers.apply(ours));
    running.forEach(SourceReader::start);
  }

  private void heard(HeadAnnounced head) {
    if (!head.event().equals(event)) return;
    if (!head.epoch().equals(epoch) && lives.isLate(head.epoch())) return;
    isNow(head.epoch());
    if (!begun || tenure == null) return; // whoever begins next begins in this life
    if (life == null) life = epoch; // there was no log yet
    if (!head.epoch().equals(life)) beginAnew(tenure);
  }

  private void beginAnew(Tenure ours) {
    log.warn(
        "The log began a new life, so its source begins anew: event={} source={} epoch={}",
        event,
        network,
        epoch);
    stopReaders().onComplete(done -> begin(ours));
  }

  private Future<?> standBy() {
    turn++;
    pulse.standby(true);
    pulse.trouble("claim", null);
    Future<?> last = stopReaders();
    tenure = null; // after the readers: what they still say is said as the owner
    return last;
  }

  private Future<?> stopReaders() {
    begun = false;
    List<SourceReader> last = running;
    running = List.of();
    Future<?> before = ended;
    ended = Future.join(last.stream().map(SourceReader::stop).toList())
        .transform(stopped -> before.otherwiseEmpty().<Void>mapEmpty());
    return ended;
  }

  /** The seat goes last, so that the next owner finds everything stored that was read. */
  public Future<Void> stop() {
    return ownership.stop();
  }
}
