package afa.chaos.checker;

import java.util.List;

/**
 * What the ledgers say.
 *
 * @param head number of the newest entry of the log
 * @param seen entries that all readers together saw
 * @param longestStallMillis the longest that a reader did not have what others had, or what had been
 *     acknowledged
 * @param stalled which reader that was, and with which number
 */
public record Report(
    List<Finding> findings, long head, long seen, long longestStallMillis, String stalled) {

  public Report {
    findings = List.copyOf(findings);
  }

  public boolean isRight() {
    return findings.isEmpty();
  }
}
