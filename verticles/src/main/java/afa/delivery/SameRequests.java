package afa.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain requests, and knows again those it has just read: thousands of browsers of one make
 * that wait for the same update ask for the next one in the very same bytes. Used on one event loop.
 */
final class SameRequests {
  /** Makes of browsers and of programs, of which each has its own headers. */
  private static final int KEPT = 8;

  private final ByteBuf[] bytes = new ByteBuf[KEPT];
  private final PlainRequest[] requests = new PlainRequest[KEPT];
  private int next;
  private int latest;

  SameRequests() {
    Arrays.fill(bytes, Unpooled.EMPTY_BUFFER);
  }

  /** As {@link PlainRequest#read}. */
  @Nullable
  PlainRequest read(ByteBuf request) {
    int length = request.readableBytes();
    if (isAt(latest, request, length)) return requests[latest];
    for (int i = 0; i < KEPT; i++) {
      if (isAt(i, request, length)) return requests[latest = i];
    }
    PlainRequest read = PlainRequest.read(request);
    if (read != null) keep(request, length, read);
    return read;
  }

  private boolean isAt(int place, ByteBuf request, int length) {
    ByteBuf known = bytes[place];
    if (known.readableBytes() != length || length == 0) return false;
    return ByteBufUtil.equals(request, request.readerIndex(), known, 0, length);
  }

  private void keep(ByteBuf request, int length, PlainRequest read) {
    byte[] copy = new byte[length];
    request.getBytes(request.readerIndex(), copy);
    bytes[next] = Unpooled.wrappedBuffer(copy);
    requests[next] = read;
    latest = next;
    next = (next + 1) % KEPT;
  }
}
