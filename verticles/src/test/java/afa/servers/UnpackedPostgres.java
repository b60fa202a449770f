package afa.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** PostgreSQL's programs, unpacked once for all tests: it takes 2 s each time otherwise. */
public final class UnpackedPostgres {
  private static final Path SHARED = Path.of("target", "postgres").toAbsolutePath();

  private UnpackedPostgres() {}

  /** Makes the programs appear in a data directory. */
  public static void link(Path data) throws IOException {
    Path unpacked = SHARED.resolve("bin-" + PostgresBinaries.VERSION);
    Files.createDirectories(SHARED);
    new FileMutex(SHARED.resolve("unpack.lock"))
        .hold(Duration.ofMinutes(2), () -> new PostgresBinaries(SHARED).unpackOnce());
    Path directory = Files.createDirectories(data.resolve("postgres"));
    Path link = directory.resolve(unpacked.getFileName());
    if (!Files.exists(link)) Files.createSymbolicLink(link, unpacked);
  }
}
