package afa.rehearsal.x;

import io.vertx.core.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * An answer that does not end, read straight from a socket: HTTP libraries throw away what they
 * have received when a connection is cut off, and that is what must be counted here.
 */
final class OpenStream implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final int status;
  private boolean chunked;
  private int left; // bytes of the chunk

  OpenStream(URI address, String token) throws IOException {
    socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(60_000);
    in = new BufferedInputStream(socket.getInputStream());
    String target =
        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + token + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    status = Integer.parseInt(header().split(" ", 3)[1]);
    for (String header = header(); !header.isEmpty(); header = header()) {
      String lower = header.toLowerCase(java.util.Locale.ROOT);
      if (lower.equals("transfer-encoding: chunked")) chunked = true;
      if (lower.startsWith("content-length: ")) left = Integer.parseInt(header.substring(16));
    }
  }

  private String header() throws IOException {
    StringBuilder header = new StringBuilder();
    for (int octet; (octet = in.read()) != '\n'; ) {
      if (octet < 0) throw new IOException("ended within the headers");
      header.append((char) octet);
    }
    return header.toString().strip();
  }

  /** The next byte of the body; -1 when the answer ended, or was cut off. */
  private int octet() {
    try {
      if (left == 0) left = chunked ? chunk() : 0;
      if (left <= 0) return -1;
      if (--left == 0 && chunked) {
        int octet = in.read();
        header();
        return octet;
      }
      return in.read();
    } catch (IOException cutOff) {
      return -1;
    }
  }

  private int chunk() throws IOException {
    return Integer.parseInt(header(), 16);
  }

  int status() {
    return status;
  }

  /** The next line, empty ones too; null when the stream was cut off or ended. */
  String line() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet; (octet = octet()) != '\n'; ) {
      if (octet < 0) return null;
      line.write(octet);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    if (!text.endsWith("\r")) throw new AssertionError("a line without CR: " + text);
    return text.substring(0, text.length() - 1);
  }

  /** The next line that is not a keep-alive; null when the stream was cut off or ended. */
  String message() {
    String line = line();
    while (line != null && line.isEmpty()) line = line();
    return line;
  }

  JsonObject post() {
    return new JsonObject(message());
  }

  /** All that is left. */
  String body() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int octet; (octet = octet()) >= 0; ) body.write(octet);
    return body.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
