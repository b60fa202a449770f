package afa.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A piece of memory outside the heap that holds updates one behind the other, each framed once: the
 * server-sent event inside a chunk of HTTP/1.1. Any run of them is one piece of memory that can be
 * sent as it is. Whoever sends it is done with it when the call returns.
 */
final class Page {
  private static final byte[] NEWLINE = {'\r', '\n'};

  final long base; // the update before the first one
  private final ByteBuf memory;
  private final long address;
  private int[] ends = new int[256]; // behind each update's chunk
  private int[] jsons = new int[256]; // where each update's JSON begins
  private int count;

  /**
   * @param base number of the update before the first one
   * @param capacity in bytes
   */
  Page(long base, int capacity) {
    // Freed by the garbage collector: late, but never too early.
    this(base, Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(capacity)));
  }

  private Page(long base, ByteBuf memory) {
    this.base = base;
    this.memory = memory.clear();
    address = memory.hasMemoryAddress() ? memory.memoryAddress() : 0;
  }

  /** An empty page in the memory of this one, which nobody may use any more. */
  Page reused(long newBase) {
    return new Page(newBase, memory);
  }

  /** Bytes that an update takes at most. */
  static int framed(int prefix, int json) {
    return Integer.toHexString(prefix + json + 2).length() + prefix + json + 6;
  }

  int capacity() {
    return memory.capacity();
  }

  boolean hasRoom(int bytes) {
    return memory.writableBytes() >= bytes;
  }

  /**
   * Adds the next update.
   *
   * @param prefix of the event, up to its JSON
   */
  void append(byte[] prefix, byte[] json) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      jsons = Arrays.copyOf(jsons, 2 * count);
    }
    String size = Integer.toHexString(prefix.length + json.length + 2);
    memory.writeCharSequence(size, StandardCharsets.US_ASCII);
    memory.writeBytes(NEWLINE).writeBytes(prefix);
    jsons[count] = memory.writerIndex();
    memory.writeBytes(json).writeByte('\n').writeByte('\n').writeBytes(NEWLINE);
    ends[count++] = memory.writerIndex();
  }

  /** Number of the last update here. */
  long last() {
    return base + count;
  }

  /** Where the memory begins, for system calls; 0 where that cannot be known. */
  long address() {
    return address;
  }

  /** Where the update after {@code since} begins. */
  int begin(long since) {
    int skipped = (int) (since - base);
    return skipped == 0 ? 0 : ends[skipped - 1];
  }

  /** Where update {@code n} ends. */
  int end(long n) {
    return ends[index(n)];
  }

  /** Number of the update that has the byte at {@code offset}. */
  long at(int offset) {
    int found = Arrays.binarySearch(ends, 0, count, offset);
    return base + 1 + (found < 0 ? -found - 1 : found + 1);
  }

  /** The last update of a run after {@code since} of that many bytes; one at least, if it is larger. */
  long lastWithin(long since, int bytes) {
    int limit = begin(since) + bytes;
    if (ends[count - 1] <= limit) return last();
    return Math.max(since + 1, at(limit) - 1);
  }

  /** A copy of what lies between two offsets, to be released by whoever gets it. */
  ByteBuf copy(int from, int to) {
    return Unpooled.directBuffer(to - from).writeBytes(memory, from, to - from);
  }

  /** The JSON of update {@code n}. */
  ByteBuf json(long n) {
    int from = jsons[index(n)];
    return memory.slice(from, end(n) - 4 - from);
  }

  /** The events of a run, without the chunks around them: for connections that frame otherwise. */
  ByteBuf events(long since, long upTo) {
    ByteBuf events = Unpooled.buffer(end(upTo) - begin(since));
    for (long n = since + 1; n <= upTo; n++) {
      int begin = begin(n - 1);
      int text = memory.indexOf(begin, end(n), (byte) '\n') + 1; // behind the chunk's size
      events.writeBytes(memory, text, end(n) - 2 - text);
    }
    return events;
  }

  private int index(long n) {
    return (int) (n - base) - 1;
  }
}
