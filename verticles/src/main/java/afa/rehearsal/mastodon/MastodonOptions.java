package afa.rehearsal.mastodon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the rehearsed servers behave.
 *
 * @param token that is let in
 * @param heartbeat between two signs of life of a stream
 * @param federation longest time until a post is at the other server
 * @param requests that a server lets in within 5 minutes
 */
public record MastodonOptions(String token, Duration heartbeat, Duration federation, int requests) {
  /** The servers. */
  static final List<String> SERVERS = List.of("one", "two");

  /** As the real ones do: a heartbeat every 15 s, 300 requests within 5 minutes. */
  public static MastodonOptions usual(String token) {
    return new MastodonOptions(token, Duration.ofSeconds(15), Duration.ofSeconds(2), 300);
  }

  /** Where a server is below the address of the rehearsal. */
  static String prefix(String server) {
    return "/mastodon/" + server;
  }

  static String iso(Instant time) {
    return time.truncatedTo(java.time.temporal.ChronoUnit.MILLIS).toString();
  }
}
