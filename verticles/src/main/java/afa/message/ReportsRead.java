package afa.message;

import java.time.Instant;
import java.util.List;

/**
 * Answers {@link ReadReports}.
 *
 * @param reports the newest first, the revoked ones too
 */
public record ReportsRead(List<Told> reports) implements BusMessage {
  public ReportsRead {
    reports = reports == null ? List.of() : List.copyOf(reports);
  }

  /**
   * A private page.
   *
   * @param talk id of the talk that it is about
   * @param who made it
   * @param revoked whether its address opens nothing any more
   */
  public record Told(String report, String talk, Instant at, String who, boolean revoked) {}
}
