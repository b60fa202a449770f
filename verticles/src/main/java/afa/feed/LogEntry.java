package afa.feed;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An update as the log holds it: encoded once, when it is appended, and passed on as it is to
 * whoever does not look inside.
 *
 * @param n number of the update, from 1
 * @param json the update (docs/protocol.md), its {@code n} included; one line
 */
public record LogEntry(long n, String json) {
  private static final Pattern AMENDMENT =
      Pattern.compile("\\{\"n\":\\d+,\"type\":\"(?:revise|retract)\",\"target\":(\\d{1,18})[,}]");

  /**
   * Shows a post.
   *
   * @param post by {@link FeedJson#encode}
   */
  public static LogEntry post(long n, String post) {
    return new LogEntry(n, begin(n, "post") + "," + post.substring(1));
  }

  /** Puts a newer version of the post in the place of {@code target}. */
  public static LogEntry revise(long n, long target, String post) {
    return new LogEntry(n, begin(n, "revise") + ",\"target\":" + target + "," + post.substring(1));
  }

  /** Takes {@code target} away. */
  public static LogEntry retract(long n, long target) {
    return new LogEntry(n, begin(n, "retract") + ",\"target\":" + target + "}");
  }

  /** Stands where something was taken away or replaced. */
  public static LogEntry gone(long n) {
    return new LogEntry(n, begin(n, "gone") + "}");
  }

  private static String begin(long n, String type) {
    return "{\"n\":" + n + ",\"type\":\"" + type + "\"";
  }

  /** The entry that this one revises or retracts, if it does; costs no parsing. */
  public OptionalLong target() {
    Matcher amendment = AMENDMENT.matcher(json);
    return amendment.lookingAt()
        ? OptionalLong.of(Long.parseLong(amendment.group(1)))
        : OptionalLong.empty();
  }

  /** The update read.
   *
   * @throws FeedJson.Malformed when the log holds something that is not an update
   */
  public Update update() {
    return FeedJson.update(json);
  }
}
