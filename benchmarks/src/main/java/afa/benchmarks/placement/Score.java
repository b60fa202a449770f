package afa.benchmarks.placement;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How right places are: of those given, of those there are, and of what is about no talk. */
final class Score {
  private long given;
  private long there;
  private long right;
  private long hallway;
  private long leftThere;

  void add(Set<String> places, @Nullable String truth) {
    given += places.size();
    if (truth == null) {
      hallway++;
      if (places.isEmpty()) leftThere++;
      return;
    }
    there++;
    if (places.contains(truth)) right++;
  }

  double precision() {
    return given == 0 ? 1 : (double) right / given;
  }

  double recall() {
    return there == 0 ? 1 : (double) right / there;
  }

  double hallway() {
    return hallway == 0 ? 1 : (double) leftThere / hallway;
  }
}
