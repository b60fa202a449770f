package afa.rehearsal.x;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Lines that are served as they are, once each, while somebody is connected: recorded ones, to be
 * seen on the page. The rules are not asked, and neither search nor ledger knows of them.
 */
final class RawLines {
  private static final long PAUSE_MILLIS = 500;

  private final Vertx vertx;
  private final Stream stream;
  private final Deque<Buffer> lines = new ArrayDeque<>();
  private boolean serving;

  RawLines(Vertx vertx, Stream stream) {
    this.vertx = vertx;
    this.stream = stream;
  }

  /** The lines of a file, whatever bytes they are made of, without those that are empty. */
  static List<Buffer> read(Path file) throws IOException {
    Buffer bytes = Buffer.buffer(Files.readAllBytes(file));
    Deque<Buffer> lines = new ArrayDeque<>();
    int start = 0;
    for (int end = 0; end <= bytes.length(); end++) {
      if (end < bytes.length() && bytes.getByte(end) != '\n') continue;
      int stop = end > start && bytes.getByte(end - 1) == '\r' ? end - 1 : end;
      if (stop > start) lines.add(bytes.getBuffer(start, stop));
      start = end + 1;
    }
    return List.copyOf(lines);
  }

  /** Adds lines to those that wait. */
  void add(List<Buffer> more) {
    lines.addAll(more);
    if (serving || lines.isEmpty()) return;
    serving = true;
    vertx.setPeriodic(PAUSE_MILLIS, this::serve);
  }

  private void serve(long timer) {
    if (stream.isOpen() && !lines.isEmpty()) stream.deliver(lines.poll(), () -> {});
    if (lines.isEmpty()) {
      serving = false;
      vertx.cancelTimer(timer);
    }
  }
}
