package afa.archive;

import afa.message.Happened;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What happened and is not kept yet. When too much waits, the oldest goes. */
final class WaitingEntries {
  /** Some megabytes; of a cluster in trouble more than an hour. */
  static final int MOST = 10_000;

  private static final int AT_ONCE = 500;

  private final Deque<Happened> waiting = new ArrayDeque<>();
  private long lost;

  void add(Happened happened) {
    waiting.addLast(happened);
    if (waiting.size() <= MOST) return;
    waiting.removeFirst();
    lost++;
  }

  /** Those that are to be kept next, oldest first. */
  List<Happened> next() {
    return waiting.stream().limit(AT_ONCE).toList();
  }

  /** They are kept; what was dropped meanwhile is not missed. */
  void kept(List<Happened> done) {
    for (Happened happened : done) {
      if (happened.equals(waiting.peekFirst())) waiting.removeFirst();
      else waiting.remove(happened);
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  int size() {
    return waiting.size();
  }

  /** Dropped since the start. */
  long lost() {
    return lost;
  }
}
