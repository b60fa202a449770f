package afa;

import afa.feed.EventInfo;
import afa.feed.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which events are over, and why what ran for them runs no more. */
final class Endings {
  private final Duration windDown;
  private final Set<String> closed = ConcurrentHashMap.newKeySet();

  /**
   * @param windDown how long after its end an event still gets posts
   */
  Endings(Duration windDown) {
    this.windDown = windDown;
  }

  void add(Collection<String> known) {
    closed.addAll(known);
  }

  /** Events of which all is in the archive, as far as is known; others may add to them. */
  Set<String> closed() {
    return closed;
  }

  /** Why nobody archives it any more, if so: also its log is at rest then. */
  Optional<String> isClosed(EventInfo event) {
    return closed.contains(event.event())
        ? isOver(event).map(over -> over + ", and all of it is in the archive")
        : Optional.empty();
  }

  /** Why nobody asks for its posts any more, if so. */
  Optional<String> isOver(EventInfo event) {
    return Phase.isDue(event, Instant.now(), windDown)
        ? Optional.of(event.name() + " is over")
        : Optional.empty();
  }
}
