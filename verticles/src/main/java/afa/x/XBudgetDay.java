package afa.x;

import java.util.LinkedHashSet;
import java.util.Set;

/** A day of a budget: which posts were read, and how many may be before more are reserved. */
final class XBudgetDay {
  /** About 10 MB; a post that was forgotten counts again, which errs on the side of thrift. */
  private static final int MOST_KNOWN = 100_000;

  private final Set<String> known = new LinkedHashSet<>();
  private long read;
  private long reserved;
  private boolean streamOver;

  /** X bills a post once a day, however often it is read. */
  void read(String id) {
    if (!known.add(id)) return;
    read++;
    if (known.size() > MOST_KNOWN) known.remove(known.iterator().next());
  }

  /** An earlier reader read it; what that one had reserved counts as read already. */
  void recall(String id) {
    if (known.size() < MOST_KNOWN) known.add(id);
    read = Math.max(read, known.size());
  }

  boolean knows(String id) {
    return known.contains(id);
  }

  long read() {
    return read;
  }

  long reserved() {
    return reserved;
  }

  /** The store knows that so many may be read. */
  void reserved(long posts) {
    reserved = Math.max(reserved, posts);
  }

  /** What is left of this day is not for the stream. */
  void endStream() {
    streamOver = true;
  }

  boolean isStreamOver() {
    return streamOver;
  }

  /** Goes on after an earlier reader: whatever it had reserved may have been read. */
  void resume(long posts) {
    reserved(posts);
    read = Math.max(read, posts);
  }
}
