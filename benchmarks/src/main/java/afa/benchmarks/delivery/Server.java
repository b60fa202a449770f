package afa.benchmarks.delivery;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A peer that runs, on a processor of its own, with a directory that goes when it stops. */
final class Server implements AutoCloseable {
  private static final long START_SECONDS = 90;
  private static final long STOP_SECONDS = 20;

  private final Peer peer;
  private final Path directory;
  private final Process process;
  private final Target target;
  private final ProcessTree tree;
  private long sequence;

  private Server(Peer peer, Path directory, Process process, Target target) throws IOException {
    this.peer = peer;
    this.directory = directory;
    this.process = process;
    this.target = target;
    Runtime.getRuntime()
        .addShutdownHook(new Thread(this::kill)); // Ctrl-C must leave nothing behind
    try {
      awaitReady();
    } catch (IOException failure) {
      close();
      throw failure;
    }
    tree = ProcessTree.of(process.toHandle());
  }

  /**
   * Starts a peer and waits until it serves.
   *
   * @param core the processor for it and all that it starts
   */
  static Server start(Peer peer, int core) throws IOException {
    Path directory = Files.createTempDirectory("afa-bench");
    directory.toFile().setExecutable(true, false); // nginx's worker and PostgreSQL are other users
    directory.toFile().setReadable(true, false);
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String token = UUID.randomUUID().toString();
    List<String> command = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
    command.addAll(peer.command(directory, port));
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("out").toFile());
    builder.environment().put("AFA_INGEST_TOKEN", token);
    return new Server(peer, directory, builder.start(), peer.target(port, token));
  }

  Peer peer() {
    return peer;
  }

  Target target() {
    return target;
  }

  ProcessTree tree() {
    return tree;
  }

  long pid() {
    return process.pid();
  }

  /** Number of the newest message that was published here. */
  long sequence() {
    return sequence;
  }

  void published(long sequence) {
    this.sequence = sequence;
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!serves()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException(peer.label() + " does not serve:\n" + output());
      }
      Pause.millis(100);
    }
  }

  private String output() throws IOException {
    Path file = directory.resolve("out");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private boolean serves() {
    try {
      URI probe = URI.create("http://127.0.0.1:" + target.port() + target.probePath());
      HttpURLConnection connection = (HttpURLConnection) probe.toURL().openConnection();
      connection.setReadTimeout(200); // the small servers take a probe for a poll, which waits
      connection.setConnectTimeout(1_000);
      return connection.getResponseCode() < 500;
    } catch (java.net.SocketTimeoutException silent) {
      return peer != Peer.OURS;
    } catch (IOException refused) {
      return false;
    }
  }

  /** Waits until the server has noticed that readers left, so that they don't cost in the next run. */
  void awaitDescriptors(int atMost, int seconds) {
    Pause.until(seconds, () -> tree.descriptors() <= atMost);
  }

  /** Waits until nothing is left of a run that was too much. */
  void awaitIdle(int seconds) {
    Pause.until(seconds, () -> {
      double before = tree.cpuSeconds();
      Pause.millis(500);
      return tree.cpuSeconds() - before < 0.05;
    });
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    }
  }
}
