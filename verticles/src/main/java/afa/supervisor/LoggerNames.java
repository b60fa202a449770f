package afa.supervisor;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which verticle a logger belongs to, by its package. */
final class LoggerNames {
  /** Those of which a node has one at most, so that the package says which. */
  private static final Set<String> ROOMS =
      Set.of("front", "store", "delivery", "ingest", "coverage", "site", "console");

  private LoggerNames() {}

  /**
   * @param otherwise where the package does not tell
   */
  static @Nullable String verticle(String logger, @Nullable String otherwise) {
    String[] parts = logger.split("\\.", 3);
    boolean known = parts.length == 3 && parts[0].equals("afa") && ROOMS.contains(parts[1]);
    return known ? parts[1] : otherwise;
  }
}
