package afa.console.programme;

import afa.message.PostName;
import afa.message.ReadPosts;
import java.util.ArrayList;
import java.util.List;

/**
 * Which posts somebody wants somewhere else.
 *
 * @param posts as {@code source:id}
 * @param to ids of talks, or the hallway, as chosen
 */
record MoveForm(List<String> posts, List<String> to) {
  static final MoveForm EMPTY = new MoveForm(List.of(), List.of());

  static MoveForm sent(Visit visit) {
    return new MoveForm(visit.fields("post"), visit.fields("to"));
  }

  /** Sentences; none when it can be done. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (posts.isEmpty()) problems.add("Posts: select at least one.");
    if (posts.stream().anyMatch(post -> post.indexOf(':') < 1)) {
      problems.add("Posts: one of them has no name that is understood.");
    }
    if (to.isEmpty()) problems.add("Move to: choose a talk, or the hallway.");
    if (to.size() > 1 && to.contains(ReadPosts.HALLWAY)) {
      problems.add("Move to: a post is in talks or in the hallway, not both.");
    }
    return problems;
  }

  List<PostName> names() {
    return posts.stream().map(MoveForm::name).toList();
  }

  private static PostName name(String identity) {
    int colon = identity.indexOf(':');
    return new PostName(identity.substring(0, colon), identity.substring(colon + 1));
  }

  /** What was chosen there; empty when nothing was. */
  String at(int index) {
    return index < to.size() ? to.get(index) : "";
  }

  /** None for the hallway. */
  List<String> talks() {
    return to.stream().filter(talk -> !talk.equals(ReadPosts.HALLWAY)).toList();
  }
}
