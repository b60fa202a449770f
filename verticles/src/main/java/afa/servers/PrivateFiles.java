package afa.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files that other users of the machine must not read. */
final class PrivateFiles {
  private PrivateFiles() {}

  /** Writes a file of mode 0600, in the place of an older one. */
  static void write(Path file, byte[] content) throws IOException {
    Files.deleteIfExists(file);
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, mode);
    Files.write(file, content);
  }

  /** Deletes a directory with all that is in it; nothing happens when it is not there. */
  static void deleteTree(Path directory) throws IOException {
    if (!Files.exists(directory)) return;
    for (Path path : tree(directory)) Files.delete(path);
  }

  /** Everything below a directory, links not followed, each before the directory it is in. */
  static List<Path> tree(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
