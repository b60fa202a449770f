package afa.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The load balancer between readers and delivery nodes, in a process of its own. */
final class HaProxy {
  private static final String CONFIGURATION =
      """
      defaults
        mode http
        timeout connect 2s
        timeout client 60s
        timeout server 60s
        timeout check 1s
        option redispatch
      frontend readers
        bind 127.0.0.1:%d
        default_backend delivery
      backend delivery
        balance roundrobin
        option httpchk GET /health/ready
        default-server check inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
      """;

  private final Process process;
  private final int port;

  private HaProxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Where Debian puts it, or empty when it is not installed. */
  static Optional<Path> program() {
    return Stream.of("/usr/sbin/haproxy", "/usr/local/sbin/haproxy", "/usr/bin/haproxy")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it.
   *
   * @param home for its configuration and what it says
   * @param servers ports by name
   */
  static HaProxy start(Path program, Path home, int port, Map<String, Integer> servers)
      throws IOException {
    StringBuilder text = new StringBuilder(CONFIGURATION.formatted(port));
    servers.forEach(
        (name, target) -> text.append("  server %s 127.0.0.1:%d\n".formatted(name, target)));
    Path file = Files.writeString(home.resolve("haproxy.cfg"), text);
    Process process = new ProcessBuilder(program.toString(), "-db", "-f", file.toString())
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("haproxy.log").toFile())
        .start();
    return new HaProxy(process, port);
  }

  int port() {
    return port;
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(3, TimeUnit.SECONDS)) process.destroyForcibly();
  }
}
