package afa.console;

import afa.message.Addresses;
import afa.message.Happened;
import io.vertx.core.eventbus.EventBus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the timeline who did what here, from where, and what came of it. */
final class Audit {
  private static final Logger log = LoggerFactory.getLogger(Audit.class);

  private final EventBus bus;
  private final String node;

  /**
   * @param node on which this console is
   */
  Audit(EventBus bus, String node) {
    this.bus = bus;
    this.node = node;
  }

  String node() {
    return node;
  }

  /** Something that concerns no verticle. */
  void tell(String who, String kind, boolean bad, String sentence) {
    tell(node, null, who, kind, bad, sentence);
  }

  void tell(
      String concerned,
      @Nullable String verticle,
      String who,
      String kind,
      boolean bad,
      String sentence) {
    String name = Strangers.clean(who);
    String told = Strangers.clean(sentence);
    log.info("Audit: who={} kind={} node={} verticle={} {}", name, kind, concerned, verticle, told);
    String id = UUID.randomUUID().toString();
    Happened happened = new Happened(
        id,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        concerned,
        verticle,
        name,
        kind,
        bad,
        told);
    Addresses.TIMELINE.publish(bus, happened);
  }
}
