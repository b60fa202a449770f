package afa.chaos;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A node in a process of its own, started from the classes of this one. */
public final class LocalNode {
  /** Longer than a node's own, which gives up by itself and says why. */
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  /** Several nodes share the machine, and are started more often than they are asked. */
  private static final List<String> SMALL =
      List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:TieredStopAtLevel=1");

  private final Process process;
  private final Path output;

  private LocalNode(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts {@code afa run}; does not wait.
   *
   * @param home its working directory; a {@code cluster.xml} there is its own
   * @param environment added to that of this process, whose {@code AFA_} variables are left out
   */
  public static LocalNode start(Path home, Map<String, String> environment, List<String> options)
      throws IOException {
    return start(home, environment, options, Files.createTempFile("node", ".log"));
  }

  /**
   * The same.
   *
   * @param output gets what it prints
   */
  static LocalNode start(
      Path home, Map<String, String> environment, List<String> options, Path output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add"))
        .forEach(command::add);
    command.addAll(SMALL);
    command.addAll(List.of("-cp", classPath(), "afa.Main", "run"));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AFA_"));
    builder.environment().putAll(environment);
    return new LocalNode(builder.start(), output);
  }

  /** That of this process, wherever the node is started. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Waits until it says that it is ready.
   *
   * @throws IOException with what it printed, when it does not
   */
  public LocalNode ready() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!output().contains("is ready after")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("the node did not become ready:\n" + output());
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    return this;
  }

  /** What it printed so far. */
  public String output() throws IOException {
    return Files.readString(output);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Exit status of one that has ended. */
  int status() {
    return process.exitValue();
  }

  long pid() {
    return process.pid();
  }

  /** Tells the exit status once it has ended. */
  void onExit(IntConsumer told) {
    CompletableFuture<Void> unused =
        process.onExit().thenAccept(over -> told.accept(over.exitValue()));
  }

  /** Sends it a signal, such as {@code STOP}. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }

  /** Ends it on the spot. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop, and ends it after ten seconds. */
  public void stop() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) kill();
    Files.deleteIfExists(output);
  }
}
