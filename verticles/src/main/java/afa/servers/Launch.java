package afa.servers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the process of a server and waits until it answers. */
final class Launch {
  private static final Logger log = LoggerFactory.getLogger(Launch.class);
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final long POLL_MILLIS = 15;
  private static final int TOLD_LINES = 6;
  private static final int TOLD_BYTES = 4_096;

  /** A server may read a large log or recover before it answers; after this we give up. */
  private static final Duration MOST = Duration.ofMinutes(2);

  /** After so long an operator wants to hear what we wait for. */
  private static final Duration UNUSUAL = Duration.ofSeconds(3);

  private final ServerKind kind;
  private final Path output;

  Launch(ServerKind kind) {
    this.kind = kind;
    this.output = kind.directory().resolve("server.log");
  }

  /** The server of the directory if one runs; waits for one that is still coming up. */
  Optional<ProcessHandle> running(Endpoint endpoint) throws IOException {
    Optional<ServerKind.Found> found = kind.find(endpoint);
    if (found.isEmpty()) return Optional.empty();
    ProcessHandle process = found.get().process();
    if (!found.get().ready()) await(process, endpoint, Files.size(output));
    kind.onReady(endpoint);
    return Optional.of(process);
  }

  /**
   * Starts the server.
   *
   * @throws IOException with the server's own last words when it does not come up
   */
  ProcessHandle at(Endpoint endpoint) throws IOException {
    long before = Files.exists(output) ? Files.size(output) : 0;
    Process process = new ProcessBuilder(detached(kind.command(endpoint)))
        .directory(kind.directory().toFile())
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
    try {
      await(process.toHandle(), endpoint, before);
      kind.onReady(endpoint);
      return process.toHandle();
    } catch (IOException | RuntimeException failure) {
      process.destroyForcibly();
      throw failure;
    }
  }

  /** In a session of its own, so that Ctrl-C in the terminal reaches the node and not the server. */
  private static List<String> detached(List<String> command) {
    if (!Files.isExecutable(SETSID)) return command;
    List<String> detached = new ArrayList<>(List.of(SETSID.toString()));
    detached.addAll(command);
    return detached;
  }

  private void await(ProcessHandle process, Endpoint endpoint, long before) throws IOException {
    long start = System.nanoTime();
    boolean told = false;
    while (true) {
      Optional<ServerKind.Found> found = kind.find(endpoint);
      if (found.isPresent() && found.get().ready()) return;
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (!Waiting.isAlive(process)) throw failed("ended at once", before);
      if (waited.compareTo(MOST) > 0) {
        throw failed("gave no answer for " + MOST.toSeconds() + " s", before);
      }
      if (!told && waited.compareTo(UNUSUAL) > 0) {
        told = true;
        log.info("Waiting for {} to answer: address={} log={}", kind.name(), endpoint, output);
      }
      Waiting.pause(POLL_MILLIS);
    }
  }

  private IOException failed(String what, long before) throws IOException {
    return new IOException(kind.name() + " " + what + "; its last words (" + output + "):\n"
        + String.join("\n", lastWords(before)));
  }

  private List<String> lastWords(long before) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(output.toFile(), "r")) {
      long from = Math.max(before, file.length() - TOLD_BYTES);
      byte[] tail = new byte[(int) Math.max(0, file.length() - from)];
      file.seek(from);
      file.readFully(tail);
      List<String> lines = new String(tail, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size());
    }
  }
}
