package afa.benchmarks.delivery;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Readers that take one byte a second, and readers that take nothing. */
final class SlowReaders implements AutoCloseable {
  /** After so many seconds those who never read come anew, as they cannot notice that they were left. */
  private static final int ANEW_SECONDS = 60;

  private static final int SMALL_BUFFER = 4_096;
  private static final byte[] REQUEST =
      "GET /events/bench/stream?since=0 HTTP/1.1\r\nHost: bench\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final Target target;
  private final List<SocketChannel> dripping = new ArrayList<>();
  private final List<SocketChannel> silent = new ArrayList<>();
  private final ByteBuffer one = ByteBuffer.allocate(1);
  private int seconds;

  SlowReaders(Target target, int ofEach) throws IOException {
    this.target = target;
    for (int i = 0; i < ofEach; i++) {
      dripping.add(open());
      silent.add(open());
    }
  }

  /** What they do each second. */
  void second() throws IOException {
    for (int i = 0; i < dripping.size(); i++) {
      if (takesOne(dripping.get(i))) continue;
      dripping.get(i).close();
      dripping.set(i, open());
    }
    if (++seconds % ANEW_SECONDS != 0) return;
    for (int i = 0; i < silent.size(); i++) {
      silent.get(i).close();
      silent.set(i, open());
    }
  }

  private boolean takesOne(SocketChannel channel) {
    try {
      return channel.read(one.clear()) >= 0;
    } catch (IOException reset) {
      return false;
    }
  }

  private SocketChannel open() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
    channel.connect(target.address());
    channel.write(ByteBuffer.wrap(REQUEST));
    channel.configureBlocking(false);
    return channel;
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel channel : dripping) channel.close();
    for (SocketChannel channel : silent) channel.close();
  }
}
