package afa.x;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Bytes in, lines out. A line ends at the byte 0x0A, which in JSON cannot stand inside a text;
 * where the chunks of the network begin and end has no meaning. What stands behind the last line
 * end is no line.
 */
final class XLineReader {
  /** Real lines with everything we ask for had 3 to 8 KiB. */
  static final int MAX_BYTES = 1 << 20;

  private final Consumer<String> lines;
  private final Runnable tooLong;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream(16 * 1024);
  private boolean dropping;

  /**
   * @param lines gets each line without its end; an empty one is a keep-alive
   * @param tooLong told of each line of more than {@link #MAX_BYTES}, which is dropped
   */
  XLineReader(Consumer<String> lines, Runnable tooLong) {
    this.lines = lines;
    this.tooLong = tooLong;
  }

  void read(byte[] chunk) {
    int start = 0;
    for (int i = 0; i < chunk.length; i++) {
      if (chunk[i] != '\n') continue;
      keep(chunk, start, i);
      endLine();
      start = i + 1;
    }
    keep(chunk, start, chunk.length);
  }

  private void keep(byte[] chunk, int start, int end) {
    if (dropping) return;
    if (begun.size() + (end - start) > MAX_BYTES) {
      dropping = true;
      begun.reset();
      tooLong.run();
      return;
    }
    begun.write(chunk, start, end - start);
  }

  private void endLine() {
    String line = dropping ? null : begun.toString(StandardCharsets.UTF_8);
    dropping = false;
    begun.reset();
    if (line != null)
      lines.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
  }
}
