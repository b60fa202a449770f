package afa.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another JVM of the same machine that uses the servers of a data directory. */
final class OtherNode implements AutoCloseable {
  private static final String READY = "ready ";

  private final Process jvm;
  private final BufferedReader output;

  private OtherNode(Process jvm) {
    this.jvm = jvm;
    this.output =
        new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts it; {@link #pid} waits until its servers answer. */
  static OtherNode start(Path data, String server) throws IOException {
    return new OtherNode(new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            OtherNode.class.getName(),
            data.toString(),
            server)
        .redirectErrorStream(true)
        .start());
  }

  /** The pid of a server whose node was killed as soon as the server answered. */
  static long startAndKill(Path data, String server) throws Exception {
    try (OtherNode node = start(data, server)) {
      return node.pid();
    }
  }

  /** The pid of its server. */
  long pid() throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(READY)) return Long.parseLong(line.substring(READY.length()));
      said.append(line).append('\n');
    }
    throw new IOException("the other node ended:\n" + said);
  }

  /** Lets it leave in an orderly way. */
  void release() throws Exception {
    try (Writer input = new OutputStreamWriter(jvm.getOutputStream(), StandardCharsets.UTF_8)) {
      input.write("release\n");
    }
    if (!jvm.waitFor(20, TimeUnit.SECONDS)) throw new IOException("the other node does not end");
  }

  /** Kills it with SIGKILL when it is still there. */
  @Override
  public void close() throws IOException {
    jvm.destroyForcibly();
    try {
      // Until all its threads have ended: its locks live as long as the last one.
      if (!jvm.waitFor(10, TimeUnit.SECONDS)) throw new IOException("the other node does not die");
    } catch (InterruptedException interrupted) {
      throw Waiting.interrupted(interrupted);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    ManagedServer server = server(arguments[1], RealPath.of(data));
    server.start();
    System.out.println(READY + server.process().pid());
    System.in.read();
    server.release();
  }

  private static ManagedServer server(String name, Path data) {
    return switch (name) {
      case "redis" -> new ManagedServer(new RedisKind(data), 18_000);
      case "postgres" -> new ManagedServer(new PostgresKind(data), 18_000);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
