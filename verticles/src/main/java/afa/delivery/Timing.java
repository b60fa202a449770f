package afa.delivery;

/** Times the way of one update after the other, until all have it who are up to date. */
final class Timing {
  private final Ring<StreamReader> live;
  private final DeliveryCounters counters;
  private long arrived = Arrival.UNKNOWN; // of the update that is under way
  private long lastTurn; // by then all have it

  Timing(Ring<StreamReader> live, DeliveryCounters counters) {
    this.live = live;
    this.counters = counters;
  }

  /** Whether there are readers to whom the way of an update could be timed now. */
  boolean isDue() {
    return arrived == Arrival.UNKNOWN && live.size() > 0;
  }

  /**
   * Times an update that readers are visited with from now on.
   *
   * @param arrived when it came to the house, in milliseconds since 1970
   */
  void begin(long arrived) {
    this.arrived = arrived;
    lastTurn = live.turns() + live.size(); // a walk may find no end while more come
  }

  /** Some readers were visited. */
  void look() {
    if (arrived == Arrival.UNKNOWN || (live.isOwed() && live.turns() < lastTurn)) return;
    counters.took(System.currentTimeMillis() - arrived);
    arrived = Arrival.UNKNOWN;
  }
}
