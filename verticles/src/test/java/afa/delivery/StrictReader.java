package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A reader on a bare socket that takes as many bytes as it is told to, and accepts nothing but a
 * response in chunks, byte by byte, with every update once and in order.
 */
final class StrictReader implements AutoCloseable {
  /** Told about every update. */
  interface Listener {
    /**
     * An update is here.
     *
     * @param life counts the resets before
     */
    void update(int life, long n, String json);
  }

  private enum Part {
    HEAD,
    SIZE,
    DATA,
    END
  }

  private final SocketChannel channel;
  private final Listener listener;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final List<String> resets = new ArrayList<>();
  private final List<Long> retries = new ArrayList<>();
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private Part part = Part.HEAD;
  private int left; // of a chunk and its CRLF
  private long last;

  /**
   * Connects and asks.
   *
   * @param path null to ask for nothing yet
   * @param listener null where nobody wants to know more than the numbers
   */
  StrictReader(int port, int receiveBuffer, String path, long since, Listener listener)
      throws IOException {
    this.listener = listener;
    this.last = since;
    channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    if (path != null) write(request(path));
    channel.configureBlocking(false);
  }

  static String request(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
  }

  void write(String text) throws IOException {
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }

  SocketChannel channel() {
    return channel;
  }

  long last() {
    return last;
  }

  /** Epochs that it was told to start over with. */
  List<String> resets() {
    return resets;
  }

  /** When it was told to come back, in milliseconds. */
  List<Long> retries() {
    return retries;
  }

  /** Whether the response is over, on a connection that may go on. */
  boolean isEnded() {
    return part == Part.END;
  }

  /** Takes bytes that are here; -1 at the end of the connection. */
  int take(int most) throws IOException {
    if (buffer.capacity() < most) buffer = ByteBuffer.allocate(most);
    buffer.clear().limit(most);
    int count = channel.read(buffer);
    buffer.flip();
    while (buffer.hasRemaining()) accept();
    return count;
  }

  private void accept() {
    if (part == Part.END) throw new AssertionError("bytes behind the last chunk");
    if (part == Part.DATA) {
      data();
    } else {
      byte next = buffer.get();
      read.write(next);
      if (next == '\n') line();
    }
  }

  private void line() {
    String text = read.toString(StandardCharsets.US_ASCII);
    if (part == Part.SIZE) {
      left = Integer.parseInt(text.strip(), 16) + 2;
      String plain = Integer.toHexString(left - 2) + "\r\n";
      if (!text.equals(plain)) throw new AssertionError("a size of " + text);
      part = Part.DATA;
      read.reset();
    } else if (text.endsWith("\r\n\r\n")) {
      assertThat(text).startsWith("HTTP/1.1 200 OK\r\n").contains("chunked\r\n");
      part = Part.SIZE;
      read.reset();
    }
  }

  private void data() {
    int count = Math.min(left, buffer.remaining());
    read.write(buffer.array(), buffer.position(), count);
    buffer.position(buffer.position() + count);
    left -= count;
    if (left > 0) return;
    String chunk = read.toString(StandardCharsets.ISO_8859_1);
    read.reset();
    part = chunk.equals("\r\n") ? Part.END : Part.SIZE;
    if (part == Part.SIZE) events(chunk);
  }

  private void events(String chunk) {
    if (!chunk.endsWith("\n\n\r\n")) throw new AssertionError(chunk);
    int begin = 0;
    while (begin < chunk.length() - 2) {
      int end = chunk.indexOf("\n\n", begin);
      event(chunk.substring(begin, end));
      begin = end + 2;
    }
  }

  private void event(String event) {
    int data = event.indexOf("\ndata: ");
    if (event.startsWith("event: reset\n")) {
      String id = event.substring(event.indexOf("id: ") + 4);
      resets.add(id.substring(0, id.indexOf('.')));
      last = 0;
    } else if (data > 0) {
      long n = Long.parseLong(event.substring(event.indexOf('.') + 1, data));
      if (n != last + 1) throw new AssertionError(n + " after " + last);
      last = n;
      if (listener != null) listener.update(resets.size(), n, utf8(event.substring(data + 7)));
    } else {
      if (event.startsWith("retry: ")) retries.add(Long.parseLong(event.substring(7)));
      else assertThat(event).matches(":|id: [a-z0-9]+\\.\\d+");
    }
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
