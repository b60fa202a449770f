package afa.store;

import afa.bus.Pulse;
import afa.feed.Position;
import afa.message.Addresses;
import afa.message.Happened;
import afa.message.HeadAnnounced;
import afa.message.LogLost;
import io.vertx.core.eventbus.EventBus;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells others how far a log goes, and people what becomes of one that lost its memory, and why one is
 * closed.
 */
final class LogNews {
  private static final Logger log = LoggerFactory.getLogger(LogNews.class);

  private final String event;
  private final EventBus bus;
  private final Pulse pulse;
  private long startedAt;

  LogNews(String event, EventBus bus, Pulse pulse) {
    this.event = event;
    this.bus = bus;
    this.pulse = pulse;
  }

  void head(Position head) {
    Addresses.HEAD.publish(bus, new HeadAnnounced(event, head.epoch(), head.n()));
  }

  /** Asks others what they have seen. */
  void ask(Situation now) {
    Position most = now.most();
    Addresses.LOST.publish(
        bus, new LogLost(event, most.epoch(), now.since(most.epoch()), most.n()));
  }

  /** Nothing goes in or out. */
  void closed(String why) {
    pulse.trouble("log " + event, "The log of " + event + " is closed: " + why);
  }

  void opened(Position found, boolean waited) {
    pulse.trouble("log " + event, null);
    if (waited) log.info("The log is whole: event={} at={}", event, found);
  }

  /**
   * @param news whether updates are missing, and nobody was told yet
   */
  void waits(String why, boolean news) {
    closed(why);
    if (!news) return;
    log.warn("The log lost updates, and everything waits: event={} why={}", event, why);
    tell(true, "The log of " + event + " lost updates; everything waits: " + why);
  }

  void mending(Verdict.Mend mend) {
    startedAt = System.nanoTime();
    if (mend.why().isEmpty()) return;
    closed(mend.why());
    log.warn(
        "The log lost updates, and they are put back: event={} epoch={} head={} sameNumbers={} why={}",
        event,
        mend.life(),
        mend.head(),
        mend.keepsNumbers(),
        mend.why());
  }

  /**
   * @param byUs false where another store was faster
   */
  void mended(Verdict.Mend mend, boolean byUs) {
    if (mend.why().isEmpty() || !byUs) return;
    long millis = (System.nanoTime() - startedAt) / 1_000_000;
    String outcome = mend.keepsNumbers()
        ? "every update has its number again"
        : "it begins a new life, and readers start over: " + mend.why();
    log.warn(
        "The log was put back: event={} head={} ms={}; {}", event, mend.head(), millis, outcome);
    tell(
        !mend.keepsNumbers(),
        "The log of " + event + " had lost updates; " + mend.head() + " are back: " + outcome);
  }

  private void tell(boolean bad, String sentence) {
    Addresses.TIMELINE.publish(
        bus,
        new Happened(
            UUID.randomUUID().toString(),
            Instant.now(),
            null,
            "store",
            "cluster",
            "log",
            bad,
            sentence));
  }
}
