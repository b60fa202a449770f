package afa.talks;

import afa.message.PostName;
import java.util.List;

/**
 * Where some posts are.
 *
 * @param posts all of them
 * @param rows one for each talk of each; none for those in the hallway and those that are gone
 */
record Places(List<PostName> posts, List<Row> rows) {

  /**
   * A post in a talk.
   *
   * @param weight how sure it is, 0 to 1
   * @param reasons JSON: {@code [{"kind": …, "reason": …, "weight": …}]}
   * @param corrected whether a person put it there
   */
  record Row(PostName post, String talk, float weight, String reasons, boolean corrected) {}

  /**
   * What stands in the table of a post.
   *
   * @param talks sorted
   * @param weights of these talks
   */
  record Kept(PostName post, List<String> talks, List<Float> weights, boolean corrected) {}
}
