package afa.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What a backup consists of, kept in it as {@code manifest.json}.
 *
 * @param format of the backup itself
 * @param madeAt when it was complete
 * @param contents of the database
 * @param files all others of the directory
 */
record Manifest(int format, Instant madeAt, Database.Contents contents, List<Piece> files) {
  static final int FORMAT = 1;
  private static final String NAME = "manifest.json";

  private static final ObjectMapper JSON = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .enable(SerializationFeature.INDENT_OUTPUT)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  /**
   * A file.
   *
   * @param file its path in the backup
   */
  record Piece(String file, long bytes, String sha256) {}

  Manifest {
    files = List.copyOf(files);
  }

  /** Of what is in the directory now. */
  static Manifest of(Path directory, Database.Contents contents) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    for (Path file : Trees.files(directory)) pieces.add(piece(directory, file));
    return new Manifest(FORMAT, Instant.now().truncatedTo(ChronoUnit.SECONDS), contents, pieces);
  }

  private static Piece piece(Path directory, Path file) throws IOException {
    Trees.force(file);
    return new Piece(directory.relativize(file).toString(), Files.size(file), sha256(file));
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  void write(Path directory) throws IOException {
    Path file = directory.resolve(NAME);
    JSON.writeValue(file.toFile(), this);
    Trees.force(file);
    Trees.force(directory);
  }

  /**
   * That of a backup.
   *
   * @throws BackupRefused when there is none that we understand
   */
  static Manifest read(Path directory) throws IOException {
    Path file = directory.resolve(NAME);
    if (!Files.exists(file)) throw new BackupRefused(directory + " is no backup: no " + NAME);
    try {
      Manifest read = JSON.readValue(file.toFile(), Manifest.class);
      if (read.format == FORMAT) return read;
      throw new BackupRefused(directory + " has format " + read.format
          + ", this version reads format " + FORMAT + "; restore with the version that made it");
    } catch (JsonProcessingException damaged) {
      throw new BackupRefused(directory + " is damaged: " + NAME + " cannot be read", damaged);
    }
  }

  /**
   * Compares every file with what it was.
   *
   * @throws BackupRefused naming the first that differs
   */
  void check(Path directory) throws IOException {
    for (Piece piece : files) {
      Path file = directory.resolve(piece.file);
      boolean whole = Files.isRegularFile(file)
          && Files.size(file) == piece.bytes
          && sha256(file).equals(piece.sha256);
      if (!whole) {
        throw new BackupRefused(directory + " is damaged: " + piece.file + " is not what it was");
      }
    }
  }

  String summary() {
    long bytes = files.stream().mapToLong(Piece::bytes).sum();
    long rows = contents.tables().stream().mapToLong(Database.Table::rows).sum();
    return String.format(
        Locale.ROOT,
        "%,d rows of PostgreSQL and all of Redis, %.1f MB, made at %s",
        rows,
        bytes / 1e6,
        madeAt);
  }
}
