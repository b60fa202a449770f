package afa.message;

/**
 * Answers {@link MakeReport}.
 *
 * @param report its id, to revoke it
 * @param token the secret in its address, which is told this once and stored nowhere
 */
public record ReportMade(String report, String token) implements BusMessage {
  /** Whoever writes it to a log writes no secret. */
  @Override
  public String toString() {
    return "ReportMade[report=" + report + "]";
  }
}
