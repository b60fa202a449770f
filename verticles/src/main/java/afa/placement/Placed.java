package afa.placement;

import java.util.List;

/**
 * One place of a post.
 *
 * @param talk id of the talk, or {@link #HALLWAY}
 * @param weight how sure it is, 0 to 1; the weights of all places of a post make 1 at most
 * @param reasons the heaviest first
 */
public record Placed(String talk, double weight, List<Reason> reasons) {
  /** What is about no talk. */
  public static final String HALLWAY = "hallway";

  public Placed {
    reasons = List.copyOf(reasons);
  }

  public boolean isHallway() {
    return talk.equals(HALLWAY);
  }
}
