package afa.delivery;

import afa.feed.LogEntry;
import afa.feed.Position;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * The newest part of a log, encoded once as server-sent events in contiguous pages of memory
 * outside the heap: any run of updates on a page is one slice, whether a reader is owed one or
 * fifty. Numbers have no holes. Belongs to one event loop.
 */
final class Tail {
  /** A run is at most a page; large enough that a burst of 300 updates is one write. */
  static final int PAGE_BYTES = 256 * 1024;

  private final long maxBytes;
  private final Deque<Page> pages = new ArrayDeque<>();
  private final Map<Long, Long> amendments =
      new HashMap<>(); // newest one here, by what it is about
  private String epoch;
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
    pages.clear();
    amendments.clear();
    bytes = 0;
    head = since;
    floor = since;
  }

  String epoch() {
    return epoch;
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
    byte[] start =
        ("id: " + new Position(epoch, entry.n()) + "\ndata: ").getBytes(StandardCharsets.US_ASCII);
    int size = start.length + json.length + 2;
    if (pages.isEmpty() || !pages.getLast().hasRoom(size)) addPage(size);
    pages.getLast().append(start, json);
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
    bytes -= pages.removeFirst().capacity();
  }

  private void addPage(int atLeast) {
    Page page = new Page(head, Math.max(PAGE_BYTES, atLeast));
    pages.addLast(page);
    bytes += page.capacity();
    while (bytes > maxBytes && pages.size() > 1) removeFirst();
    amendments.values().removeIf(amendment -> amendment <= base());
  }

  /**
   * The events that a reader lacks, up to the end of a page: ask again from {@code last} for more.
   * Empty when it lacks none.
   *
   * @param since from {@link #base} to {@link #head}
   */
  Optional<Run> after(long since) {
    if (since >= head) return Optional.empty();
    Page page = pageAfter(since);
    return Optional.of(new Run(page.events(since), page.last()));
  }

  /** The JSON of one update, from {@code base + 1} to {@link #head}. */
  ByteBuf json(long n) {
    return pageAfter(n - 1).json(n);
  }

  private Page pageAfter(long since) {
    if (since < base()) throw new IllegalArgumentException(since + " is before " + base());
    // Newest first: that is where nearly all readers are.
    for (Iterator<Page> newest = pages.descendingIterator(); newest.hasNext(); ) {
      Page page = newest.next();
      if (since >= page.base) return page;
    }
    throw new IllegalArgumentException("nothing is here");
  }

  /**
   * Several updates in one piece.
   *
   * @param events may be read by many at the same time and is never released
   * @param last number of the last update in it
   */
  record Run(ByteBuf events, long last) {}

  /** A piece of memory; the garbage collector frees it when the last slice is written. */
  private static final class Page {
    final long base; // the update before the first one
    private final ByteBuf memory;
    private int[] ends = new int[256]; // behind each event
    private int[] starts = new int[256]; // of each JSON
    private int count;

    Page(long base, int capacity) {
      this.base = base;
      memory = Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(capacity)).clear();
    }

    int capacity() {
      return memory.capacity();
    }

    boolean hasRoom(int size) {
      return memory.writableBytes() >= size;
    }

    void append(byte[] start, byte[] json) {
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, 2 * count);
        starts = Arrays.copyOf(starts, 2 * count);
      }
      memory.writeBytes(start);
      starts[count] = memory.writerIndex();
      memory.writeBytes(json).writeByte('\n').writeByte('\n');
      ends[count++] = memory.writerIndex();
    }

    long last() {
      return base + count;
    }

    ByteBuf events(long since) {
      int skipped = (int) (since - base);
      int from = skipped == 0 ? 0 : ends[skipped - 1];
      return Unpooled.unreleasableBuffer(memory.slice(from, ends[count - 1] - from));
    }

    ByteBuf json(long n) {
      int index = (int) (n - base) - 1;
      return memory.slice(starts[index], ends[index] - 2 - starts[index]);
    }
  }
}
