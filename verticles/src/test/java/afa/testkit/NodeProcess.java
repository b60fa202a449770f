package afa.testkit;

import afa.servers.FreePort;
import afa.servers.UnpackedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real node in a process of its own, as {@code ./afa run} starts it. */
public final class NodeProcess {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path output;
  private final Path data;

  private NodeProcess(Process process, Path output, Path data) {
    this.process = process;
    this.output = output;
    this.data = data;
  }

  /**
   * Starts {@code afa run}; does not wait.
   *
   * @param data its directory; also the name of its cluster, so that tests do not meet
   */
  public static NodeProcess start(Path data, Map<String, String> environment, String... arguments)
      throws IOException {
    UnpackedPostgres.link(data);
    ownCluster(data);
    ownSettings(data);
    return launch(data, environment, arguments);
  }

  /** No warm-up, which would cost each start some seconds of both cores. */
  private static void ownSettings(Path data) throws IOException {
    Path settings = data.resolve("conf/afa.yaml");
    Files.createDirectories(settings.getParent());
    if (Files.notExists(settings)) Files.writeString(settings, "start:\n  warmUpMillis: 0\n");
  }

  /** One more node of the same cluster. */
  public NodeProcess another(Map<String, String> environment, String... arguments)
      throws IOException {
    return launch(data, environment, arguments);
  }

  private static NodeProcess launch(Path data, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add") || argument.startsWith("-XX:Tiered"))
        .forEach(command::add);
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", classPath(), "afa.Main", "run"));
    command.addAll(List.of("--data", data.toString(), "--cluster", data.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("node", ".log");
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(data.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AFA_"));
    builder.environment().putAll(environment);
    return new NodeProcess(builder.start(), output, data);
  }

  /** That of the test, wherever the node is started. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A cluster.xml whose ports no other cluster of this machine looks at. */
  private static void ownCluster(Path data) throws IOException {
    String usual = Files.readString(Path.of("..", "cluster.xml"));
    String own = usual.replace(">5701<", ">" + FreePort.findRow(10) + "<");
    Files.writeString(data.resolve("cluster.xml"), own);
  }

  /** Waits until it says that it is ready. */
  public NodeProcess ready() throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!output().contains("is ready after")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("the node did not become ready:\n" + output());
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    return this;
  }

  /** Waits for its end and gives its exit status. */
  public int exit(Duration patience) throws Exception {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the node still runs after " + patience + ":\n" + output());
    }
    return process.exitValue();
  }

  /** What it printed so far. */
  public String output() throws IOException {
    return Files.readString(output);
  }

  /** Asks it to stop, as Ctrl-C does. */
  public void terminate() {
    process.destroy();
  }

  /** Stops its clock: it does nothing at all until {@link #resume}, and does not know that. */
  public void pause() throws Exception {
    signal("STOP");
  }

  /** It goes on as if nothing had been. */
  public void resume() throws Exception {
    signal("CONT");
  }

  private void signal(String name) throws Exception {
    List<String> command = List.of("kill", "-" + name, Long.toString(process.pid()));
    int status = new ProcessBuilder(command).start().waitFor();
    if (status != 0) throw new AssertionError("kill -" + name + " gave " + status);
  }

  /** Ends it on the spot. */
  public void kill() throws Exception {
    process.destroyForcibly().waitFor();
  }

  /** Ends one of the servers of its data directory on the spot. */
  public void killServer(String name) {
    servers()
        .filter(server -> server.info().commandLine().orElse("").contains(name))
        .filter(server -> server
            .parent()
            .flatMap(parent -> parent.info().commandLine())
            .map(parent -> !parent.contains(data.toString()))
            .orElse(true))
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** The servers that run on its data directory. */
  public Stream<ProcessHandle> servers() {
    return ProcessHandle.allProcesses()
        .filter(other -> other.pid() != process.pid())
        .filter(other ->
            other.info().commandLine().orElse("").contains(data.resolve("redis").toString())
                || other
                    .info()
                    .commandLine()
                    .orElse("")
                    .contains(data.resolve("postgres").toString()));
  }

  /** Leaves nothing behind, whatever happened. */
  public void cleanUp() throws Exception {
    terminate();
    if (!process.waitFor(10, TimeUnit.SECONDS)) kill();
    servers().forEach(ProcessHandle::destroyForcibly);
  }
}
