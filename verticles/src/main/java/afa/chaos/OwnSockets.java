package afa.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** From which ports a process talks to another one, as Linux tells it. */
final class OwnSockets {
  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int INODE = 9;

  private OwnSockets() {}

  /** Local ports of a process' connections to a port of this machine; empty when it cannot be told. */
  static Set<Integer> to(int port, long pid) {
    try {
      Set<String> inodes = inodes(pid);
      Set<Integer> ports = new HashSet<>();
      for (String table : List.of("tcp", "tcp6")) {
        for (String row : Files.readAllLines(Path.of("/proc/net", table))) {
          String[] cells = row.strip().split("\\s+", -1);
          if (cells.length <= INODE || !inodes.contains(cells[INODE])) continue;
          if (port(cells[REMOTE]) == port) ports.add(port(cells[LOCAL]));
        }
      }
      return ports;
    } catch (IOException untold) {
      return Set.of();
    }
  }

  /** As {@code 0100007F:1F90}. */
  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
  }

  private static Set<String> inodes(long pid) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path file : files.toList()) {
        String target = read(file);
        if (target.startsWith("socket:[")) inodes.add(target.substring(8, target.length() - 1));
      }
    }
    return inodes;
  }

  private static String read(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closed) {
      return "";
    }
  }
}
