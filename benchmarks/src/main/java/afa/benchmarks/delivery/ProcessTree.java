package afa.benchmarks.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A process and those it has started by now, as {@code /proc} sees them. */
final class ProcessTree {
  /** Of the clock that {@code /proc/PID/stat} counts in; the same on every Linux of today. */
  private static final double TICKS_PER_SECOND = 100;

  private final List<Path> processes;

  private ProcessTree(List<Path> processes) {
    this.processes = processes;
  }

  static ProcessTree of(ProcessHandle root) {
    return new ProcessTree(Stream.concat(Stream.of(root), root.descendants())
        .map(handle -> Path.of("/proc", Long.toString(handle.pid())))
        .toList());
  }

  /** This process alone: the servers that it starts are its children. */
  static ProcessTree ofThisAlone() {
    return new ProcessTree(List.of(Path.of("/proc/self")));
  }

  /** Processor time used so far, user's and kernel's, in seconds. */
  double cpuSeconds() {
    return sum(process -> ticks(read(process.resolve("stat"))) / TICKS_PER_SECOND);
  }

  /** Proportional set size in bytes: pages that processes share count once. */
  double pssBytes() {
    return sum(process -> kilobytes(read(process.resolve("smaps_rollup")), "Pss:") * 1024);
  }

  /** Open descriptors. */
  int descriptors() {
    return (int) sum(ProcessTree::descriptors);
  }

  /** User and kernel time stand 12 and 13 words after the command, which may hold blanks itself. */
  static long ticks(String stat) {
    String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 14);
    return Long.parseLong(words[11]) + Long.parseLong(words[12]);
  }

  static long kilobytes(String rollup, String name) {
    return rollup
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private double sum(ToDoubleFunction<Path> figure) {
    return processes.stream().mapToDouble(figure).sum();
  }

  private static int descriptors(Path process) {
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      return (int) open.count();
    } catch (NoSuchFileException ended) {
      return 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("a process of the server ended", failure);
    }
  }
}
