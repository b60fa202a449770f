package afa.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** PostgreSQL's programs, unpacked once for all tests: it takes 2 s each time otherwise. */
public final class UnpackedPostgres {
  private static final Path SHARED = Path.of("target", "postgres").toAbsolutePath();

  private UnpackedPostgres() {}

  /** Makes the programs appear in a data directory of the same file system. */
  public static void link(Path data) throws IOException {
    Files.createDirectories(SHARED);
    PostgresBinaries shared = new PostgresBinaries(SHARED);
    new FileMutex(SHARED.resolve("unpack.lock")).hold(Duration.ofMinutes(2), shared::unpackOnce);
    Path postgres = Files.createDirectories(data.resolve("postgres"));
    Path unpacked = SHARED.resolve("bin-" + PostgresBinaries.VERSION);
    // Whoever else wants it there at this moment waits until it is whole.
    new FileMutex(postgres.resolve("copy.lock")).hold(Duration.ofMinutes(2), () -> {
      if (!Files.exists(postgres.resolve(unpacked.getFileName()))) copy(unpacked, postgres);
    });
  }

  private static void copy(Path unpacked, Path postgres) throws IOException {
    List<Path> parentsFirst = new ArrayList<>(PrivateFiles.tree(unpacked));
    Collections.reverse(parentsFirst);
    for (Path path : parentsFirst) {
      Path copy = postgres.resolve(SHARED.relativize(path));
      if (Files.isSymbolicLink(path)) {
        Files.createSymbolicLink(copy, Files.readSymbolicLink(path));
      } else if (Files.isDirectory(path)) {
        Files.createDirectory(copy);
      } else {
        Files.createLink(copy, path);
      }
    }
  }
}
