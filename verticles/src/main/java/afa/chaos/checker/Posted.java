package afa.chaos.checker;

/**
 * A post that was sent by HTTP, as its sender knows it.
 *
 * @param identity {@code source:id}
 * @param n the number that was acknowledged; 0 when nothing was
 * @param epoch that of the number
 * @param acknowledgedAt milliseconds since 1970
 */
public record Posted(String identity, long n, String epoch, long acknowledgedAt) {

  /** As it stands in a ledger. */
  public String line() {
    return identity + "\t" + n + "\t" + epoch + "\t" + acknowledgedAt;
  }

  /** Reads a line of a ledger. */
  public static Posted parse(String line) {
    String[] cells = line.split("\t", -1);
    return new Posted(cells[0], Long.parseLong(cells[1]), cells[2], Long.parseLong(cells[3]));
  }

  String source() {
    return identity.substring(0, identity.indexOf(':'));
  }
}
