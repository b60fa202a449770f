package afa.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Copies a stream of unknown length up to a mark of 40 bytes that ends it. */
final class MarkedCopy {
  private final byte[] mark;
  private final byte[] held; // the newest bytes, which may be the mark, oldest first
  private int size;

  MarkedCopy(String mark) {
    this.mark = mark.getBytes(StandardCharsets.US_ASCII);
    this.held = new byte[1 << 16];
  }

  /** Returns behind the mark, which is not copied. */
  void copy(InputStream in, OutputStream out) throws IOException {
    while (!endsWithMark()) {
      if (size > held.length / 2) keepLast(out);
      int read = in.read(held, size, held.length - size);
      if (read < 0) throw new EOFException("Redis ended in the middle of the copy");
      size += read;
    }
    out.write(held, 0, size - mark.length);
  }

  private boolean endsWithMark() {
    return size >= mark.length
        && Arrays.equals(held, size - mark.length, size, mark, 0, mark.length);
  }

  private void keepLast(OutputStream out) throws IOException {
    int done = size - mark.length;
    out.write(held, 0, done);
    System.arraycopy(held, done, held, 0, mark.length);
    size = mark.length;
  }
}
