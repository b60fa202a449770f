package afa.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that a Redis with an append-only file reads at its start (7.0 and later). It does not look
 * at a dump.rdb then, but the first part of the append-only file may be one.
 */
final class AppendOnly {
  private static final String BASE = "appendonly.aof.1.base.rdb";
  private static final String INCREMENT = "appendonly.aof.1.incr.aof";

  private AppendOnly() {}

  /** Lays them out below the directory of a Redis that has none yet. */
  static void write(Path redis, Path snapshot) throws IOException {
    Path directory = Files.createDirectories(redis.resolve("appendonlydir"));
    Files.copy(snapshot, directory.resolve(BASE));
    Files.createFile(directory.resolve(INCREMENT));
    Files.writeString(
        directory.resolve("appendonly.aof.manifest"),
        "file " + BASE + " seq 1 type b\nfile " + INCREMENT + " seq 1 type i\n");
    Trees.force(directory.resolve(BASE));
  }
}
