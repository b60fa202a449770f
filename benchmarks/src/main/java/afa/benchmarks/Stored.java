package afa.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a node has of an event: by its own word, in its Redis and in its PostgreSQL. */
final class Stored {
  private static final Pattern HEAD = Pattern.compile("\"head\":(\\d+)");

  private final URI event;
  private final Path data;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param data directory of the node, whose servers are embedded
   */
  Stored(URI event, Path data) {
    this.event = event;
    this.data = data;
  }

  URI event() {
    return event;
  }

  private String name() {
    return event.getPath().substring(event.getPath().lastIndexOf('/') + 1);
  }

  long head() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(event + "/head")).build();
    return number(HEAD, client.send(request, BodyHandlers.ofString()).body());
  }

  /** Of the list in Redis. */
  long length() throws IOException {
    return Long.parseLong(redis("LLEN afa:{" + name() + "}:updates").substring(1));
  }

  /** In the archive. */
  long rows() throws IOException, SQLException {
    Properties endpoint = endpoint("postgres");
    String url = "jdbc:postgresql://127.0.0.1:" + endpoint.getProperty("port") + "/afa";
    try (Connection database =
            DriverManager.getConnection(url, "afa", endpoint.getProperty("password"));
        ResultSet rows = database
            .createStatement()
            .executeQuery("select count(*) from updates where event = '" + name() + "'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  double redisCpuSeconds() throws IOException {
    String told = redis("INFO cpu");
    return decimal("used_cpu_user:([\\d.]+)", told) + decimal("used_cpu_sys:([\\d.]+)", told);
  }

  /** On the spot, as a machine without memory would. */
  void killRedis() throws IOException {
    long pid = number(Pattern.compile("process_id:(\\d+)"), redis("INFO server"));
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** One command on a connection of its own; gives the answer as it stands on the wire. */
  private String redis(String command) throws IOException {
    Properties endpoint = endpoint("redis");
    int port = Integer.parseInt(endpoint.getProperty("port"));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String lines = "AUTH " + endpoint.getProperty("password") + "\r\n" + command + "\r\nQUIT\r\n";
      socket.getOutputStream().write(lines.getBytes(StandardCharsets.US_ASCII));
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String answers = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return answers.substring("+OK\r\n".length(), answers.lastIndexOf("+OK")).trim();
    }
  }

  private Properties endpoint(String server) throws IOException {
    Properties endpoint = new Properties();
    try (var file = Files.newBufferedReader(data.resolve(server).resolve("endpoint"))) {
      endpoint.load(file);
    }
    return endpoint;
  }

  private static long number(Pattern pattern, String text) throws IOException {
    Matcher found = pattern.matcher(text);
    if (!found.find()) throw new IOException("not what was expected: " + text);
    return Long.parseLong(found.group(1));
  }

  private static double decimal(String pattern, String text) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) throw new IOException("not what was expected: " + text);
    return Double.parseDouble(found.group(1));
  }
}
