package afa.http;

import java.util.Optional;
import java.util.Set;

/**
 * A path of an event that programs read: {@code /events/{event}/{what}}.
 *
 * @param what {@code stream}, {@code updates}, {@code head} or {@code coverage}
 */
public record EventPath(String event, String what) {
  private static final String PREFIX = "/events/";
  private static final String COVERAGE = "coverage";
  private static final Set<String> READ = Set.of("stream", "updates", "head", COVERAGE);

  /** Empty when the path belongs to somebody else. */
  public static Optional<EventPath> parse(String path) {
    if (path == null || !path.startsWith(PREFIX)) return Optional.empty();
    int slash = path.indexOf('/', PREFIX.length());
    if (slash < 0) return Optional.empty();
    String what = path.substring(slash + 1);
    if (!READ.contains(what)) return Optional.empty();
    return Optional.of(new EventPath(path.substring(PREFIX.length(), slash), what));
  }

  /** Whether it asks how complete the log is, which delivery does not know. */
  public boolean isCoverage() {
    return what.equals(COVERAGE);
  }
}
