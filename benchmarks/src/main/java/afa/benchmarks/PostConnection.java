package afa.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A kept connection that posts; as little client as possible, for it shares the processors. */
final class PostConnection {
  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;
  private final String head;

  PostConnection(URI event) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), event.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    head = "POST " + event.getPath() + "/updates HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer "
        + System.getenv("AFA_INGEST_TOKEN") + "\r\nContent-Length: ";
  }

  /** @param retryAfterSeconds 0 when nothing was said */
  record Answer(int status, int retryAfterSeconds) {}

  Answer post(byte[] body) throws IOException {
    byte[] begin = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[begin.length + body.length];
    System.arraycopy(begin, 0, request, 0, begin.length);
    System.arraycopy(body, 0, request, begin.length, body.length);
    socket.getOutputStream().write(request);
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int retryAfter = 0;
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      String value = line.substring(line.indexOf(':') + 1).trim();
      if (header.startsWith("retry-after:")) retryAfter = Integer.parseInt(value);
      if (header.startsWith("content-length:")) length = Integer.parseInt(value);
    }
    in.skipNBytes(length);
    return new Answer(status, retryAfter);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) throw new EOFException("the connection ended");
      if (read != '\r') line.append((char) read);
    }
    return line.toString();
  }

  void close() {
    try {
      socket.close();
    } catch (IOException closed) {
      // It is of no use any more.
    }
  }
}
