package afa.benchmarks.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection that follows the server: what is left of what it received, and its place. */
final class Reader {
  /** Each address has about 28,000 ports to connect from. */
  private static final int ADDRESSES = 16;

  private static final byte[] NOTHING = {};

  final SequenceCheck check = new SequenceCheck();
  final SocketChannel channel;

  /** What was due earlier is not late for this reader. */
  final long openedMicros = Clock.micros();

  /** Where a long-poll goes on. */
  String place;

  /** The head of its first answer is here. */
  boolean answered;

  /** Bytes of the current message that are still to come. */
  int left;

  private byte[] kept = NOTHING;

  private Reader(SocketChannel channel, String place) {
    this.channel = channel;
    this.place = place;
  }

  /**
   * Begins to connect.
   *
   * @param number selects the loopback address to come from
   */
  static Reader open(Selector selector, InetSocketAddress server, int number, String place)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.bind(new InetSocketAddress("127.0.0." + (2 + number % ADDRESSES), 0));
    Reader reader = new Reader(channel, place);
    channel.connect(server);
    channel.register(selector, SelectionKey.OP_CONNECT, reader);
    return reader;
  }

  /** A request is far smaller than what a socket takes at once. */
  void send(String request) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    channel.write(bytes);
    if (bytes.hasRemaining()) throw new IOException("the server does not take a request");
  }

  /** Puts what was kept in front of {@code at} and returns where it begins. */
  int restore(ByteBuffer buffer, int at) {
    int from = at - kept.length;
    if (kept.length > 0) {
      buffer.put(from, kept);
      kept = NOTHING;
    }
    return from;
  }

  /** Keeps what could not be understood without what follows. */
  void keep(ByteBuffer buffer, int from, int to) {
    if (from == to) return;
    kept = new byte[to - from];
    buffer.get(from, kept);
  }

  /**
   * Leaves.
   *
   * @param reset by RST, which leaves no port behind that waits; otherwise by FIN
   */
  void leave(boolean reset) {
    try {
      if (reset) channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      channel.close();
    } catch (IOException gone) {
      // It left by itself.
    }
  }
}
