package afa.supervisor;

import afa.message.Addresses;
import afa.message.Happened;
import io.vertx.core.eventbus.EventBus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the timeline, and the log of this node, what happened. */
final class Journal {
  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  /** Who did what nobody asked for. */
  static final String SUPERVISOR = "supervisor";

  private final EventBus bus;
  private final String node;

  Journal(EventBus bus, String node) {
    this.bus = bus;
    this.node = node;
  }

  void good(@Nullable String verticle, String who, String kind, String sentence) {
    log.info("{}: who={}", sentence, who);
    tell(verticle, who, kind, false, sentence);
  }

  void bad(@Nullable String verticle, String who, String kind, String sentence) {
    log.warn("{}: who={}", sentence, who);
    tell(verticle, who, kind, true, sentence);
  }

  private void tell(
      @Nullable String verticle, String who, String kind, boolean bad, String sentence) {
    String id = UUID.randomUUID().toString();
    publish(new Happened(id, Instant.now(), node, verticle, who, kind, bad, sentence));
  }

  void publish(Happened happened) {
    Addresses.TIMELINE.publish(bus, happened);
  }
}
