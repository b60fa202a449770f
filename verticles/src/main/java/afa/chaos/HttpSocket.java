package afa.chaos;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A plain socket that asks by HTTP/1.1 and reads what is answered. One request after another. */
final class HttpSocket implements AutoCloseable {
  private static final int CONNECT_MILLIS = 3_000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private boolean isChunked;
  private int left; // bytes of the body, or of its chunk

  /**
   * @param silenceMillis after so long without a byte reading fails
   */
  HttpSocket(int port, int silenceMillis) throws IOException {
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      socket.setSoTimeout(silenceMillis);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException refused) {
      socket.close();
      throw refused;
    }
  }

  /** Asks; returns the status once the headers are read. */
  int get(String path, String header) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header + "\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    String status = rawLine();
    if (!status.startsWith("HTTP/1.1 ")) throw new IOException("no answer: " + status);
    isChunked = false;
    left = 0;
    for (String line = rawLine(); !line.isEmpty(); line = rawLine()) header(line);
    return Integer.parseInt(status.substring(9, 12));
  }

  private void header(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    if (lower.startsWith("content-length:"))
      left = Integer.parseInt(lower.substring(15).strip());
    if (lower.startsWith("transfer-encoding:")) isChunked = lower.contains("chunked");
  }

  private String rawLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) throw new EOFException("cut");
      if (next != '\r') line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** The next byte of the body; -1 at its end. */
  private int next() throws IOException {
    if (left == 0 && isChunked) {
      String size = rawLine();
      left = Integer.parseInt(size, 16);
      if (left == 0) {
        isChunked = false;
        rawLine();
      }
    }
    if (left == 0) return -1;
    int next = in.read();
    if (next < 0) throw new EOFException("cut");
    left--;
    if (left == 0 && isChunked) rawLine();
    return next;
  }

  /** The next line of the body; null at its end. */
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = next();
    if (next < 0) return null;
    for (; next != '\n' && next >= 0; next = next()) line.write(next);
    return line.toString(StandardCharsets.UTF_8);
  }

  /** All of the body. */
  String body() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int next = next(); next >= 0; next = next()) body.write(next);
    return body.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
