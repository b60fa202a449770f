package afa.placement;

import java.time.Duration;
import java.util.List;

/**
 * What is known around a post.
 *
 * @param answered where the post is that this one answers, quotes or passes on; empty where it does
 *     not, or nobody knows
 * @param before where the author's post before this one is
 * @param ago how long before this one that was
 */
public record Context(List<Placed> answered, List<Placed> before, Duration ago) {
  public static final Context NONE = new Context(List.of(), List.of(), Duration.ZERO);

  public Context {
    answered = List.copyOf(answered);
    before = List.copyOf(before);
  }
}
