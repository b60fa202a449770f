package afa.rehearsal;

import java.util.Locale;

/** What can be made to go wrong on command. Not every network knows every fault. */
public enum Fault {
  FRAMING(
      "chunk borders inside characters, between CR and LF, in the middle of lines; until calm",
      false),
  DROP("the connection ends without a word", false),
  CUT("the connection ends in the middle of the next line", false),
  STALL("the connection stays open and no byte comes", true),
  SLOW("a few bytes at a time", true),
  GARBAGE("lines that are no posts: HTML, half of a JSON, unknown kinds, bytes", false),
  DUPLICATE("a line comes once more", false),
  LOSE("a post does not come at all, though it was asked for; only a search finds it", false),
  SILENCE("the connection lives, and no post comes", true),
  REORDER("a line comes after those behind it", false),
  OVERLONG("a line of three million bytes", false),
  DISCONNECT("the network says that it ends the connection, and ends it", false),
  UNAVAILABLE("503 without a body", true),
  UNAVAILABLE_HTML("502 with a web page", true),
  RATE_LIMITED("429: too many requests", true),
  RATE_LIMITED_OLD("429 in the form of former times", true),
  TOO_MANY_CONNECTIONS("429: the connection that just ended still counts", true),
  USAGE_CAPPED("429: the month's posts are used up", true),
  NO_RULES("409: no rules", true),
  FORBIDDEN("403: no access", true),
  REVOKED("401 everywhere: the token is not valid any more", true),
  OUTAGE("503 everywhere, and the connection is gone", true),
  SEARCH_UNAVAILABLE("503 at the search only", true),
  SEARCH_LIMITED("429 at the search only", true),
  CHANGED("the answer has another format than before", true),
  MOVED("301: the address moved for good", true);

  private final String sentence;
  private final boolean lasting;

  Fault(String sentence, boolean lasting) {
    this.sentence = sentence;
    this.lasting = lasting;
  }

  /** What happens, in words. */
  public String sentence() {
    return sentence;
  }

  /** Whether it can go on for a while; otherwise a length has no meaning. */
  public boolean isLasting() {
    return lasting;
  }

  /** The name as addresses and options write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The fault of that {@link #id}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Fault of(String id) {
    for (Fault fault : values()) if (fault.id().equals(id)) return fault;
    throw new IllegalArgumentException("there is no fault " + id);
  }
}
