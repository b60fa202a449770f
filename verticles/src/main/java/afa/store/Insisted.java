package afa.store;

import afa.feed.Position;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far the log of each event goes at least, by all that was heard: a log that is shorter has lost
 * its memory. May be used from any thread.
 */
final class Insisted {
  /** Any life, any length. */
  private static final Position NOTHING = new Position("", 0);

  private final Map<String, Position> positions = new ConcurrentHashMap<>(); // by event

  /** What a step that begins now must find. */
  Position of(String event) {
    return positions.getOrDefault(event, NOTHING);
  }

  /** In the same life it only grows; another life takes its place. */
  void atLeast(String event, Position least) {
    positions.merge(event, least, Insisted::further);
  }

  /** The same, if that is the life that is insisted on. */
  void grew(String event, Position head) {
    positions.computeIfPresent(
        event, (id, known) -> known.epoch().equals(head.epoch()) ? further(known, head) : known);
  }

  private static Position further(Position known, Position told) {
    return known.epoch().equals(told.epoch()) && known.n() > told.n() ? known : told;
  }

  static boolean isMet(Position least, Position found) {
    return least.epoch().isEmpty()
        || (least.epoch().equals(found.epoch()) && least.n() <= found.n());
  }
}
