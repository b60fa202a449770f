package afa.rehearsal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be true of a script, so that the player never meets a reference to nothing. */
final class ConferenceCheck {
  private final Map<String, ScriptAuthor> authors;
  private final Set<String> talks = new HashSet<>();
  private final Set<String> keys = new HashSet<>();

  ConferenceCheck(Map<String, ScriptAuthor> authors, List<ScriptTalk> talks) {
    this.authors = authors;
    talks.forEach(talk -> this.talks.add(talk.slug()));
  }

  void check(List<ScriptPost> posts) {
    posts.forEach(this::check);
  }

  private void check(ScriptPost post) {
    insist(authors.containsKey(post.author()), post, "is by nobody we know: " + post.author());
    insist(post.talk() == null || talks.contains(post.talk()), post, "is about no talk");
    boolean later = post.of() != null && !keys.contains(post.of());
    insist(!later, post, "refers to " + post.of() + ", which does not stand above it");
    boolean refers = post.kind() == PostKind.QUOTE || post.kind() == PostKind.REPOST;
    insist(!refers || post.of() != null, post, "quotes or passes on nothing");
    insist(keys.add(post.key()), post, "has a key that is taken");
  }

  private static void insist(boolean fact, ScriptPost post, String otherwise) {
    if (!fact) throw new IllegalArgumentException("post " + post.key() + " " + otherwise);
  }
}
