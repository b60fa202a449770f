package afa.chaos.checker;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The ledgers of a run.
 *
 * @param log what Redis holds in the end, first entry first
 * @param due the number that every reader must have; later ones came when they were leaving
 * @param archive what PostgreSQL holds in the end, in the order of lives and numbers
 * @param readers the history of each reader; read twice, and never all at once
 * @param posted what was sent by HTTP
 */
public record Evidence(
    List<Entry> log,
    long due,
    List<Entry> archive,
    Map<String, Supplier<List<Entry>>> readers,
    List<Posted> posted) {

  public Evidence {
    log = List.copyOf(log);
    archive = List.copyOf(archive);
    readers = Map.copyOf(readers);
    posted = List.copyOf(posted);
  }

  /** The life of the log. */
  String epoch() {
    return log.isEmpty() ? "" : log.get(0).epoch();
  }

  long head() {
    return log.size();
  }
}
