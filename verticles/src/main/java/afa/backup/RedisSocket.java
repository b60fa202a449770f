package afa.backup;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Speaks to a Redis as a replica does that comes only for a copy; blocking. */
final class RedisSocket implements Closeable {
  private static final int CONNECT_MILLIS = 5_000;

  /** Redis sends an empty line every 10 s while it prepares the copy. */
  private static final int SILENCE_MILLIS = 60_000;

  private static final String EOF = "EOF:";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private RedisSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    this.out = socket.getOutputStream();
  }

  /** Connects and logs in. */
  static RedisSocket open(RedisUrl url) throws IOException {
    RedisSocket opened = new RedisSocket(connected(url));
    if (url.password().isEmpty()) return opened;
    if (url.user().isEmpty()) opened.command("AUTH", url.password());
    else opened.command("AUTH", url.user(), url.password());
    return opened;
  }

  private static Socket connected(RedisUrl url) throws IOException {
    Socket plain = new Socket();
    plain.connect(new InetSocketAddress(url.host(), url.port()), CONNECT_MILLIS);
    plain.setSoTimeout(SILENCE_MILLIS);
    if (!url.tls()) return plain;
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secure = (SSLSocket) factory.createSocket(plain, url.host(), url.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // or any certificate would do
    secure.setSSLParameters(parameters);
    return secure;
  }

  /**
   * Says something whose answer is one line.
   *
   * @throws IOException with what Redis said when it refuses
   */
  String command(String... words) throws IOException {
    StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      int bytes = word.getBytes(StandardCharsets.UTF_8).length;
      request.append('$').append(bytes).append("\r\n").append(word).append("\r\n");
    }
    out.write(request.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
    String answer = line();
    if (answer.startsWith("-")) throw new IOException("Redis said: " + answer.substring(1));
    return answer;
  }

  /**
   * Writes all that it holds at one moment to a file. Nothing is left on the disk of the server, which
   * might keep there what is deleted later.
   */
  void snapshot(Path file) throws IOException {
    command("REPLCONF", "capa", "eof"); // straight from its memory to us
    command("REPLCONF", "rdb-only", "1");
    String head = command("SYNC");
    while (head.isEmpty()) head = line();
    if (!head.startsWith("$")) throw new IOException("Redis gave no copy: " + head);
    try (OutputStream copy = Files.newOutputStream(file)) {
      String length = head.substring(1);
      if (length.startsWith(EOF)) new MarkedCopy(length.substring(EOF.length())).copy(in, copy);
      else copy(Long.parseLong(length), copy);
    }
  }

  private void copy(long length, OutputStream to) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (long left = length; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) throw new EOFException("Redis ended in the middle of the copy");
      to.write(buffer, 0, read);
      left -= read;
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) throw new EOFException("Redis ended the connection");
      if (next != '\r') line.append((char) next);
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
