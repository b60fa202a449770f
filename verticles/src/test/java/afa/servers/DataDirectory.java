package afa.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** A fresh data directory that every user may enter, as {@code data/} of a clone is. */
public final class DataDirectory implements TempDirFactory {
  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    return create();
  }

  /** Below {@code target/}; the caller deletes it. */
  public static Path create() throws IOException {
    return Files.createDirectories(
        Path.of("target", "data-" + UUID.randomUUID()).toAbsolutePath());
  }
}
