package afa.chaos;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A Redis seen from outside, without a client library. */
final class RedisSocket implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream answers;

  /**
   * Connects and logs in.
   *
   * @param url {@code redis://:password@host:port}
   */
  RedisSocket(String url) throws IOException {
    URI uri = URI.create(url);
    socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    answers = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    ask("AUTH", uri.getUserInfo().substring(1));
  }

  /** The parts of an answer, a single one too. */
  List<String> ask(String... words) throws IOException {
    StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      int length = word.getBytes(StandardCharsets.UTF_8).length;
      request.append('$').append(length).append("\r\n").append(word).append("\r\n");
    }
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
    List<String> answer = new ArrayList<>();
    read(answer);
    return answer;
  }

  private void read(List<String> answer) throws IOException {
    String head = line();
    String rest = head.substring(1);
    switch (head.charAt(0)) {
      case '*' -> {
        for (int left = Integer.parseInt(rest); left > 0; left--) read(answer);
      }
      case '$' -> {
        int length = Integer.parseInt(rest);
        if (length >= 0) answer.add(text(length));
      }
      case '-' -> throw new IOException("Redis says " + rest);
      default -> answer.add(rest);
    }
  }

  private String text(int length) throws IOException {
    byte[] bytes = answers.readNBytes(length);
    line();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0) throw new EOFException("Redis closed the connection");
      if (next != '\r') line.append((char) next);
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
