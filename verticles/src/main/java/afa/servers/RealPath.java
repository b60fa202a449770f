package afa.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories as the servers themselves name them: absolute, links resolved. */
final class RealPath {
  private RealPath() {}

  /** The directory, made when it is not there. */
  static Path of(Path directory) throws IOException {
    return Files.createDirectories(directory).toRealPath();
  }
}
