package afa.delivery;

import afa.feed.LogEntry;
import afa.message.Addresses;
import afa.message.HeadAnnounced;
import afa.message.LogGrew;
import afa.message.LogLost;
import afa.message.LogPage;
import afa.message.ReadLog;
import io.vertx.core.eventbus.EventBus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows what readers here were given, and says so when the log seems to have less of it: the store
 * then puts it back, or begins a new life. Belongs to one event loop.
 */
final class Witness {
  /** About 2 MB; of more, only the number of the newest is told. */
  private static final int MOST_TOLD = 2_000;

  private final String event;
  private final EventBus bus;
  private final Tail tail;
  private boolean comparing;

  Witness(String event, EventBus bus, Tail tail) {
    this.event = event;
    this.bus = bus;
    this.tail = tail;
  }

  /** An announcement may be late; only the log can tell whether it is shorter than it was. */
  void compare(HeadAnnounced announced) {
    if (comparing || announced.head() >= tail.head()) return;
    comparing = true;
    String life = tail.epoch();
    long given = tail.head();
    Addresses.READ_LOG
        .call(bus, new ReadLog(event, given, 1))
        .onComplete(asked -> comparing = false)
        .onSuccess(page -> {
          if (isShorter(page, life, given)) tell(page.head());
        });
  }

  private boolean isShorter(LogPage page, String life, long given) {
    return page.epoch().equals(life) && life.equals(tail.epoch()) && page.head() < given;
  }

  /** A store asks. */
  void asked(LogLost lost) {
    boolean knows = lost.epoch().equals(tail.epoch()) && tail.head() >= lost.head();
    if (knows) tell(lost.since());
  }

  private void tell(long since) {
    long first = Math.max(since, tail.base());
    List<LogEntry> entries = new ArrayList<>();
    if (tail.head() - first <= MOST_TOLD) {
      for (long n = first + 1; n <= tail.head(); n++) {
        entries.add(new LogEntry(n, tail.json(n).toString(StandardCharsets.UTF_8)));
      }
    }
    Addresses.SEEN.publish(bus, new LogGrew(event, tail.epoch(), tail.head(), entries));
  }
}
