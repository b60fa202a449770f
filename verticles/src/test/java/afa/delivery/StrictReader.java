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
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private Part part = Part.HEAD;
  private int left; // of a chunk and its CRLF
  private long last;

  /** Connects and asks; for nothing where there is no path. */
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
    assertThat(part).as("bytes behind the last chunk").isNotEqualTo(Part.END);
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
      if (!text.matches("[1-9a-f][0-9a-f]*\r\n")) assertThat(text).isEqualTo("0\r\n");
      left = Integer.parseInt(text.strip(), 16) + 2;
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
    String chunk = read.toString(StandardCharsets.UTF_8);
    read.reset();
    part = chunk.equals("\r\n") ? Part.END : Part.SIZE;
    if (part == Part.SIZE) events(chunk);
  }

  private void events(String chunk) {
    assertThat(chunk.endsWith("\n\n\r\n")).isTrue();
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
      listener.update(resets.size(), n, event.substring(data + 7));
    } else {
      assertThat(event).matches(":|retry: 2000|id: [a-z0-9]+\\.\\d+");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
