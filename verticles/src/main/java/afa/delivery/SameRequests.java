package afa.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain requests, and knows again those it has just read: thousands of browsers of one make
 * that wait for the same update ask for the next one in the very same bytes. Used on one event loop.
 */
final class SameRequests {
  /** Makes of browsers and of programs, of which each has its own headers. */
  private static final int KEPT = 8;

  private final List<Known> known = new ArrayList<>(KEPT);
  private int next;

  private record Known(ByteBuf bytes, PlainRequest request) {
    boolean isFor(ByteBuf other) {
      return ByteBufUtil.equals(bytes, other);
    }
  }

  /** As {@link PlainRequest#read}. */
  @Nullable
  PlainRequest read(ByteBuf bytes) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).isFor(bytes)) return known.get(i).request();
    }
    PlainRequest request = PlainRequest.read(bytes);
    if (request != null) keep(new Known(Unpooled.copiedBuffer(bytes), request));
    return request;
  }

  private void keep(Known read) {
    if (known.size() < KEPT) known.add(read);
    else known.set(next, read);
    next = (next + 1) % KEPT;
  }
}
