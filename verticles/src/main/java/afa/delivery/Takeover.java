package afa.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes the channel of a stream away from Vert.x, whose connection, request, response, codec and
 * timers would cost every idle reader some kilobytes, and every update some microseconds. The one
 * place that depends on how Vert.x lays out its pipeline; where it is not possible,
 * {@link ResponseOutlet} does the same by public means.
 */
final class Takeover {
  private static final boolean ADDRESSABLE = isAddressable();

  private Takeover() {}

  /** Of both kinds of memory that is sent from: without Unsafe one may be and the other not. */
  private static boolean isAddressable() {
    return hasAddress(Unpooled.directBuffer(1))
        && hasAddress(Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(1)));
  }

  private static boolean hasAddress(ByteBuf probe) {
    try {
      return probe.hasMemoryAddress();
    } finally {
      probe.release();
    }
  }

  static boolean isPossible(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_1_1
        && !request.isSSL()
        && isPossible(channel(request));
  }

  /** Whether its system calls can be made here, as long as it is not encrypted. */
  static boolean isPossible(Channel channel) {
    return ADDRESSABLE && channel instanceof EpollSocketChannel;
  }

  /**
   * Leaves nothing in the pipeline but the outlet. Vert.x never hears of the connection again: not
   * its close handlers, nor its metrics.
   *
   * @param taken called soon, on the event loop; not at all if the connection is closed before
   */
  static void take(HttpServerRequest request, Consumer<SocketOutlet> taken) {
    EpollSocketChannel channel = (EpollSocketChannel) channel(request);
    // Later, as the decoder is in the middle of this very request.
    channel.eventLoop().execute(() -> {
      if (!channel.isActive()) return;
      channel.flush();
      SocketOutlet outlet = new SocketOutlet((Socket) channel.fd());
      replaceAll(channel.pipeline(), outlet);
      taken.accept(outlet);
      channel.config().setAutoRead(true); // a second request sent ahead had stopped it
    });
  }

  /** From the last to the first, so that what the decoder still holds finds nobody but the outlet. */
  static void replaceAll(ChannelPipeline pipeline, SocketOutlet outlet) {
    List<String> names = new ArrayList<>(pipeline.toMap().keySet());
    pipeline.addLast("outlet", outlet);
    for (int i = names.size() - 1; i >= 0; i--) pipeline.remove(names.get(i));
  }

  static Channel channel(HttpServerRequest request) {
    return request.connection() instanceof ConnectionBase connection ? connection.channel() : null;
  }
}
