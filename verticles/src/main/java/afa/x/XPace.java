package afa.x;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many posts the stream brought in the last two seconds: as many may be under way. */
final class XPace {
  private static final Duration WINDOW = Duration.ofSeconds(2);

  /** Far above the 250 a second that X sends at most. */
  private static final int MOST = 10_000;

  private final Deque<Instant> posts = new ArrayDeque<>();

  void add(Instant now) {
    posts.addLast(now);
    if (posts.size() > MOST) posts.removeFirst();
  }

  int recent(Instant now) {
    Instant begin = now.minus(WINDOW);
    while (!posts.isEmpty() && posts.getFirst().isBefore(begin)) posts.removeFirst();
    return posts.size();
  }
}
