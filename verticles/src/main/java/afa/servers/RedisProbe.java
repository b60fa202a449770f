package afa.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a Redis who it is, without a client library: blocking, for the moments around a start. */
final class RedisProbe implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 2_000;

  private final Socket socket;
  private final BufferedReader answers;

  private RedisProbe(Socket socket) throws IOException {
    this.socket = socket;
    this.answers =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** What a running Redis says of itself. */
  record Identity(long pid, String directory, boolean loading) {}

  /** The server at the endpoint; empty when it refuses us or is not Redis. */
  static Optional<Identity> identify(Endpoint endpoint) {
    try (RedisProbe probe = connect(endpoint.port())) {
      if (!probe.ask("AUTH", endpoint.password()).equals(List.of("+OK"))) return Optional.empty();
      boolean loading = !probe.ask("PING").equals(List.of("+PONG"));
      List<String> setting = probe.ask("CONFIG", "GET", "dir");
      Optional<Long> pid = pid(probe.ask("INFO", "server"));
      if (setting.size() != 2 || pid.isEmpty()) return Optional.empty();
      return Optional.of(new Identity(pid.get(), setting.get(1), loading));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  private static RedisProbe connect(int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      return new RedisProbe(socket);
    } catch (IOException refused) {
      socket.close();
      throw refused;
    }
  }

  private static Optional<Long> pid(List<String> info) {
    return info.stream()
        .filter(line -> line.startsWith("process_id:"))
        .map(line -> Long.valueOf(line.substring("process_id:".length())))
        .findFirst();
  }

  /** Asks in RESP; the lines of the answer, of an array its elements. */
  private List<String> ask(String... words) throws IOException {
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
    if (head.startsWith("*")) {
      for (int left = Integer.parseInt(head.substring(1)); left > 0; left--) read(answer);
    } else if (head.startsWith("$")) {
      bulk(Integer.parseInt(head.substring(1)), answer);
    } else {
      answer.add(head);
    }
  }

  /** Of a text in lines; the last line break may be left behind, so such a question comes last. */
  private void bulk(int bytes, List<String> answer) throws IOException {
    int read = 0;
    while (read < bytes) {
      String line = line();
      answer.add(line);
      read += line.getBytes(StandardCharsets.UTF_8).length + 2;
    }
  }

  private String line() throws IOException {
    String line = answers.readLine();
    if (line == null) throw new IOException("the server closed the connection");
    return line;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
