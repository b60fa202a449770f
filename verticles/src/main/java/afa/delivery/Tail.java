package afa.delivery;

import afa.feed.LogEntry;
import afa.feed.Position;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest part of a log in {@link Page pages}: any run of updates on a page is one piece, whether
 * a reader is owed one or fifty. Numbers have no holes. Belongs to one event loop.
 */
final class Tail {
  static final int PAGE_BYTES = 256 * 1024;

  private final long maxBytes;
  private final Deque<Page> pages = new ArrayDeque<>();
  private final Map<Long, Long> amendments = new HashMap<>(); // newest one, by what it is about
  private @Nullable Page spare; // gone from here; its memory is that of the next one
  private String epoch;
  private int life; // counts the epochs
  private long head;
  private long floor; // what was replaced in the log is here up to this number
  private long bytes;

  /**
   * @param since the tail begins after this number
   * @param maxBytes of memory; the oldest page goes when there are more, but never the newest
   */
  Tail(String epoch, long since, long maxBytes) {
    this.maxBytes = maxBytes;
    restart(epoch, since);
  }

  /** Forgets everything and begins after {@code since}. */
  void restart(String epoch, long since) {
    this.epoch = epoch;
    life++;
    pages.clear();
    amendments.clear();
    bytes = 0;
    head = since;
    floor = since;
  }

  String epoch() {
    return epoch;
  }

  /** Which epoch this is, counted from 1: quicker to compare. */
  int life() {
    return life;
  }

  /** Number of the newest update here. */
  long head() {
    return head;
  }

  /** A reader that has this number or a later one can be served from here. */
  long base() {
    return pages.isEmpty() ? head : Math.max(floor, pages.getFirst().base);
  }

  /**
   * Adds the next update.
   *
   * @throws IllegalArgumentException when it is not the next one
   */
  void append(LogEntry entry) {
    if (entry.n() != head + 1) {
      throw new IllegalArgumentException("update " + entry.n() + " cannot follow " + head);
    }
    byte[] json = entry.json().getBytes(StandardCharsets.UTF_8);
    byte[] prefix =
        ("id: " + new Position(epoch, entry.n()) + "\ndata: ").getBytes(StandardCharsets.US_ASCII);
    int size = Page.framed(prefix.length, json.length);
    if (pages.isEmpty() || !pages.getLast().hasRoom(size)) addPage(size);
    pages.getLast().append(prefix, json);
    head = entry.n();
    entry.target().ifPresent(target -> amendments.put(target, entry.n()));
  }

  /** Whether an update, or what amended it last, can be read from here. */
  boolean holds(long target) {
    return Math.max(target, amendments.getOrDefault(target, 0L)) > base() && target <= head;
  }

  /**
   * The log has something else now in the place of an update and of what amended it: what was here
   * is not given to anybody any more, and the tail begins behind it. Readers from before are served
   * from the log.
   */
  void forget(long target) {
    if (!holds(target)) return;
    floor = Math.max(target, amendments.getOrDefault(target, 0L));
    while (!pages.isEmpty() && pages.getFirst().last() <= floor) removeFirst();
    amendments.values().removeIf(amendment -> amendment <= floor);
  }

  private void removeFirst() {
    Page removed = pages.removeFirst();
    bytes -= removed.capacity();
    if (removed.capacity() == PAGE_BYTES) spare = removed;
  }

  private void addPage(int atLeast) {
    Page page = page(Math.max(PAGE_BYTES, atLeast));
    pages.addLast(page);
    bytes += page.capacity();
    while (bytes > maxBytes && pages.size() > 1) removeFirst();
    amendments.values().removeIf(amendment -> amendment <= base());
  }

  /** In the memory of the one that went last, if that fits: each page drives out another one. */
  private Page page(int capacity) {
    Page old = spare;
    if (old == null || capacity != PAGE_BYTES) return new Page(head, capacity);
    spare = null;
    return old.reused(head);
  }

  /** The JSON of one update, from {@code base + 1} to {@link #head}. */
  ByteBuf json(long n) {
    return pageAfter(n - 1).json(n);
  }

  /**
   * The page with what a reader lacks; it may end before the head.
   *
   * @param since from {@link #base} to {@code head - 1}
   */
  Page pageAfter(long since) {
    Page newest = pages.peekLast();
    // That is where nearly all readers are.
    if (newest != null && since >= newest.base && since >= floor) return newest;
    return olderPageAfter(since);
  }

  private Page olderPageAfter(long since) {
    if (since < base()) throw new IllegalArgumentException(since + " is before " + base());
    for (Iterator<Page> newest = pages.descendingIterator(); newest.hasNext(); ) {
      Page page = newest.next();
      if (since >= page.base) return page;
    }
    throw new IllegalArgumentException("nothing is here");
  }
}
