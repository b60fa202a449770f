package afa.front;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A plain socket that says what no well-behaved client would; each wait ends after 10 seconds. */
final class RawConnection implements AutoCloseable {
  private final Socket socket;

  private RawConnection(Socket socket) {
    this.socket = socket;
  }

  static RawConnection to(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(60_000);
    return new RawConnection(socket);
  }

  RawConnection send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** A request without a body. */
  RawConnection get(String path) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  /** Sends a text byte by byte, one every 30 ms, until the other side closes; what it says by then. */
  String dribble(String text) throws IOException {
    ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor();
    try {
      int[] at = {0};
      ScheduledFuture<?> dripping = drops.scheduleAtFixedRate(
          () -> drop(text.charAt(at[0]++ % text.length())), 0, 30, TimeUnit.MILLISECONDS);
      String said = readToEnd();
      dripping.cancel(false);
      return said;
    } finally {
      drops.shutdownNow();
    }
  }

  private void drop(char letter) {
    try {
      send(String.valueOf(letter));
    } catch (IOException closed) {
      throw new IllegalStateException(closed); // ends the schedule
    }
  }

  /** What the other side says until it closes. */
  String readToEnd() throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    try {
      in.transferTo(read);
    } catch (SocketException reset) {
      // closed all the same
    }
    return read.toString(StandardCharsets.US_ASCII);
  }

  /** Reads until {@code text} was said so often. */
  String readUntil(String text, int times) throws IOException {
    StringBuilder read = new StringBuilder();
    InputStream in = socket.getInputStream();
    for (int seen = 0; seen < times; ) {
      int b = in.read();
      if (b < 0) throw new IOException("closed after: " + read);
      read.append((char) b);
      if (endsWith(read, text)) seen++;
    }
    return read.toString();
  }

  private static boolean endsWith(StringBuilder read, String text) {
    int from = read.length() - text.length();
    return from >= 0 && read.indexOf(text, from) == from;
  }

  /** Goes away with a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
