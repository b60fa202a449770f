package afa.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short programs that are waited for. */
final class Shell {
  private static final Duration SIGNAL = Duration.ofSeconds(5);

  private Shell() {}

  /**
   * Runs a program to its end.
   *
   * @throws IOException with what it said when it fails, is not there or takes longer than that
   */
  static void run(List<String> command, Path directory, Duration most) throws IOException {
    Path output = Files.createTempFile("afa", ".out");
    try {
      Process process = new ProcessBuilder(command)
          .directory(directory.toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
      process.getOutputStream().close();
      boolean ended = ended(process, most);
      process.destroyForcibly();
      if (!ended || process.exitValue() != 0)
        throw new IOException(failure(command, ended, output));
    } finally {
      Files.delete(output);
    }
  }

  private static boolean ended(Process process, Duration most) throws IOException {
    try {
      return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw Waiting.interrupted(interrupted);
    }
  }

  private static String failure(List<String> command, boolean ended, Path output)
      throws IOException {
    return String.join(" ", command)
        + (ended ? " failed:\n" : " took too long:\n")
        + Files.readString(output, StandardCharsets.UTF_8);
  }

  /** Sends a signal other than TERM and KILL, which are all that Java knows. */
  static void signal(String signal, ProcessHandle process) throws IOException {
    run(List.of("sh", "-c", "kill -" + signal + " " + process.pid()), Path.of("/"), SIGNAL);
  }
}
