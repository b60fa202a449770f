package afa.testkit;

import afa.servers.FreePort;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real HAProxy with the file that we ship, on other ports. */
public final class Haproxy {
  private static final String STATUS =
      """

      listen status
          bind 127.0.0.1:%d
          stats enable
          stats uri /
      """;

  private final Process process;
  private final int status;
  private final Path output;

  private Haproxy(Process process, int status, Path output) {
    this.process = process;
    this.status = status;
    this.output = output;
  }

  /** The path of a program; fails where it is missing. */
  public static String installed(String program) {
    Optional<Path> path = Stream.of("/usr/sbin", "/usr/local/sbin", "/usr/bin")
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
    return path.orElseThrow(() -> new AssertionError(
            program + " is not installed. On Debian, as root: apt-get install " + program))
        .toString();
  }

  /** A file of {@code conf/}, with other ports in the place of its own. */
  public static Path shipped(String name, Path folder, Map<Integer, Integer> ports)
      throws IOException {
    String text = Files.readString(Path.of("../conf", name));
    for (Map.Entry<Integer, Integer> port : ports.entrySet()) {
      text = text.replaceAll("\\b" + port.getKey() + "\\b", port.getValue().toString());
    }
    return Files.writeString(folder.resolve(name), text);
  }

  /** Runs a program to its end and gives what it says; fails when it does. */
  public static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new AssertionError(said);
    return said;
  }

  /** Starts it. */
  public static Haproxy start(Path file) throws IOException {
    int status = FreePort.find();
    Files.writeString(file, Files.readString(file) + STATUS.formatted(status));
    Path output = Files.createTempFile("haproxy", ".log");
    ProcessBuilder builder = new ProcessBuilder(installed("haproxy"), "-db", "-f", file.toString())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    return new Haproxy(builder.start(), status, output);
  }

  /** What it says of a server: {@code UP}, {@code DOWN}, or one of them on its way. */
  public String status(String backend, String server) throws Exception {
    if (!process.isAlive()) throw new AssertionError(Files.readString(output));
    try {
      for (String line : Http.get(status, "/;csv").body().split("\n", -1)) {
        if (line.startsWith(backend + "," + server + ",")) return line.split(",", -1)[17];
      }
    } catch (ConnectException early) {
      return "starting";
    }
    throw new AssertionError("no server " + server);
  }

  /** What it printed so far. */
  public String output() throws IOException {
    return Files.readString(output);
  }

  /** Ends it. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
  }
}
