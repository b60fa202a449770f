package afa.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The main process of a PostgreSQL, as its data directory names it in {@code postmaster.pid}.
 *
 * @param ready whether it accepts connections
 */
record Postmaster(ProcessHandle process, boolean ready) {
  static final String DIRECTORY_OPTION = "-D";

  /** Line of the file that tells the state (PostgreSQL 10 and newer), counted from 0. */
  private static final int STATE_LINE = 7;

  /** The one that serves a data directory now; empty when the file is absent or a leftover. */
  static Optional<Postmaster> of(Path cluster) throws IOException {
    List<String> lines = lines(cluster);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,10}")) return Optional.empty();
    long pid = Long.parseLong(lines.get(0).strip());
    if (!serves(pid, cluster)) return Optional.empty();
    boolean ready = lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
    return ProcessHandle.of(pid).map(process -> new Postmaster(process, ready));
  }

  /**
   * Removes the file of a server that is no more: after a reboot another process may have its
   * number, and PostgreSQL would take that one for a colleague and refuse to start.
   */
  static void forgetStale(Path cluster) throws IOException {
    if (of(cluster).isEmpty()) Files.deleteIfExists(file(cluster));
  }

  private static List<String> lines(Path cluster) throws IOException {
    try {
      return Files.readAllLines(file(cluster));
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  private static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /**
   * By its arguments: a container may forbid even root to look at the program of another user's
   * process, and these it shows to everybody.
   */
  private static boolean serves(long pid, Path cluster) {
    try {
      String arguments = new String(
          Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline")),
          StandardCharsets.UTF_8);
      return arguments.contains("\0" + DIRECTORY_OPTION + "\0" + cluster + "\0");
    } catch (IOException gone) {
      return false;
    }
  }
}
