package afa.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once into a directory. */
final class PostgresBinaries {
  /** Of the binaries in the build; a test asks them. */
  static final String VERSION = "18.6";

  private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);
  private static final int OWNER_MAY_EXECUTE = 0100;

  private final Path parent;
  private final Path unpacked;

  PostgresBinaries(Path parent) {
    this.parent = parent;
    this.unpacked = parent.resolve("bin-" + VERSION);
  }

  String program(String name) {
    return unpacked.resolve("bin").resolve(name).toString();
  }

  /** Takes about 2 s the first time. A kill in the middle leaves nothing that looks complete. */
  void unpackOnce() throws IOException {
    if (Files.exists(unpacked)) return;
    log.info("Unpacking PostgreSQL {} (once): directory={}", VERSION, unpacked);
    Path draft = parent.resolve("unpacking");
    PrivateFiles.deleteTree(draft);
    Files.createDirectory(draft);
    try (InputStream packed = open();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, draft);
      }
    }
    makeReadable(draft, true);
    Files.move(draft, unpacked, StandardCopyOption.ATOMIC_MOVE);
  }

  private static InputStream open() throws IOException {
    String platform = Platform.current();
    String resource = "/postgres-" + platform.replace("amd64", "x86_64") + ".txz";
    InputStream packed = PostgresBinaries.class.getResourceAsStream(resource);
    if (packed == null) {
      throw new IOException("There is no embedded PostgreSQL for " + platform
          + ": set DATABASE_URL to a PostgreSQL of your own, such as"
          + " postgresql://user:password@127.0.0.1:5432/afa");
    }
    return packed;
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) throw new IOException("unsafe path: " + entry.getName());
    if (entry.isDirectory()) {
      directory(target, root);
      return;
    }
    directory(target.getParent(), root);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      makeReadable(target, (entry.getMode() & OWNER_MAY_EXECUTE) != 0);
    }
  }

  private static void directory(Path directory, Path root) throws IOException {
    Files.createDirectories(directory);
    for (Path path = directory; !path.equals(root); path = path.getParent()) {
      makeReadable(path, true);
    }
  }

  /** By everyone, whatever our umask: PostgreSQL may have to run as another user. */
  private static void makeReadable(Path path, boolean executable) throws IOException {
    String mode = executable ? "rwxr-xr-x" : "rw-r--r--";
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }
}
