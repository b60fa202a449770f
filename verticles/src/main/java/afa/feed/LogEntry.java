package afa.feed;

/**
 * An update as the log holds it: encoded once, when it is appended, and passed on as it is to
 * whoever does not look inside.
 *
 * @param n number of the update, from 1
 * @param json the update (docs/protocol.md), its {@code n} included; one line
 */
public record LogEntry(long n, String json) {

  /** The update read.
   *
   * @throws FeedJson.Malformed when the log holds something that is not an update
   */
  public Update update() {
    return FeedJson.update(json);
  }
}
