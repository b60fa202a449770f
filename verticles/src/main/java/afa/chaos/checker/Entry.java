package afa.chaos.checker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What somebody saw of a feed, a line of a ledger: an entry of its log, where a history begins, or
 * that it was to begin anew.
 *
 * @param at when, in milliseconds since 1970
 * @param n its number; of {@link #BEGIN} and {@link #RESET} the last one before the history
 * @param type that of the log's entry, {@link #BEGIN} or {@link #RESET}
 * @param target of a {@code revise} or {@code retract} the number it is about, else 0
 * @param identity {@code source:id}; empty where the entry has none
 * @param content checksum of all else that the entry says; equal for equal contents
 */
public record Entry(
    long at, String epoch, long n, String type, long target, String identity, String content) {
  public static final String BEGIN = "begin";
  public static final String RESET = "reset";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> PLACE = List.of("n", "type", "target");

  /** A history that goes on after {@code n}. */
  public static Entry begin(long at, String epoch, long n) {
    return new Entry(at, epoch, n, BEGIN, 0, "", "");
  }

  /** The reader was told to begin anew. */
  public static Entry reset(long at, String epoch, long n) {
    return new Entry(at, epoch, n, RESET, 0, "", "");
  }

  /**
   * Reads an update as the protocol describes it.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Entry of(long at, String epoch, String json) {
    try {
      ObjectNode update = (ObjectNode) MAPPER.readTree(json);
      long n = update.path("n").asLong();
      String type = update.path("type").asText();
      long target = update.path("target").asLong();
      String identity = update.has("id")
          ? update.path("source").asText() + ":" + update.path("id").asText()
          : "";
      return new Entry(at, epoch, n, type, target, printable(identity), checksum(update));
    } catch (JsonProcessingException | ClassCastException garbage) {
      throw new IllegalArgumentException("no update: " + json, garbage);
    }
  }

  private static String printable(String identity) {
    return identity.replaceAll("\\s", "_");
  }

  private static String checksum(ObjectNode update) {
    CRC32C sum = new CRC32C();
    sum.update(update.remove(PLACE).toString().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }

  /** As it stands in a ledger. */
  public String line() {
    return at + "\t" + epoch + "\t" + n + "\t" + type + "\t" + target + "\t" + identity + "\t"
        + content;
  }

  /**
   * Reads a line of a ledger.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Entry parse(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 7) throw new IllegalArgumentException(Arrays.toString(cells));
    return new Entry(
        Long.parseLong(cells[0]),
        cells[1],
        Long.parseLong(cells[2]),
        cells[3],
        Long.parseLong(cells[4]),
        cells[5],
        cells[6]);
  }

  /** Whether it is an entry of the log, and not a mark of the reader's own. */
  boolean isEntry() {
    return !type.equals(BEGIN) && !type.equals(RESET);
  }

  boolean isPost() {
    return type.equals("post");
  }

  boolean isRevision() {
    return type.equals("revise");
  }

  boolean isRetraction() {
    return type.equals("retract");
  }

  boolean isGone() {
    return type.equals("gone");
  }
}
