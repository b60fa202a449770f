package afa.rehearsal.x;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cuts the bytes of a stream into chunks. A chunk border has no meaning; the hostile way puts it
 * where careless readers break: inside a character, between CR and LF, in the middle of the next
 * line.
 */
final class Framing {
  private static final int LONGEST_CHUNK = 900;

  private final RandomGenerator random;
  private boolean hostile;
  private Buffer held = Buffer.buffer();

  Framing(RandomGenerator random) {
    this.random = random;
  }

  void hostile(boolean value) {
    hostile = value;
  }

  /** Adds bytes and returns the chunks to write now; the hostile way keeps some bytes back. */
  List<Buffer> add(Buffer bytes) {
    held.appendBuffer(bytes);
    if (!hostile) return rest();
    List<Buffer> chunks = new ArrayList<>();
    while (held.length() > 0 && random.nextInt(8) > 0) chunks.add(take(border()));
    return chunks;
  }

  /** What is still kept back. */
  List<Buffer> rest() {
    return held.length() == 0 ? List.of() : List.of(take(held.length()));
  }

  boolean holdsBack() {
    return held.length() > 0;
  }

  private Buffer take(int length) {
    Buffer chunk = held.getBuffer(0, length);
    held = held.getBuffer(length, held.length());
    return chunk;
  }

  /** A length in which the chunk ends badly, when there is such a place near a random one. */
  private int border() {
    int wanted = 1 + random.nextInt(Math.min(held.length(), LONGEST_CHUNK));
    for (int end = wanted; end < Math.min(held.length(), wanted + LONGEST_CHUNK); end++) {
      boolean insideCharacter = (held.getByte(end) & 0xC0) == 0x80;
      boolean insideLineEnd = held.getByte(end) == '\n';
      if (insideCharacter || insideLineEnd) return end;
    }
    return wanted;
  }
}
