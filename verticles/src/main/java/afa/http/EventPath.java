package afa.http;

import java.util.Optional;
import java.util.Set;

/**
 * A path that delivery answers: {@code /events/{event}/{what}}.
 *
 * @param what {@code stream}, {@code updates} or {@code head}
 */
public record EventPath(String event, String what) {
  private static final String PREFIX = "/events/";
  private static final Set<String> DELIVERED = Set.of("stream", "updates", "head");

  /** Empty when the path belongs to somebody else. */
  public static Optional<EventPath> parse(String path) {
    if (path == null || !path.startsWith(PREFIX)) return Optional.empty();
    int slash = path.indexOf('/', PREFIX.length());
    if (slash < 0) return Optional.empty();
    String what = path.substring(slash + 1);
    if (!DELIVERED.contains(what)) return Optional.empty();
    return Optional.of(new EventPath(path.substring(PREFIX.length(), slash), what));
  }
}
