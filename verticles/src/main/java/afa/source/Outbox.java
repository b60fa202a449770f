package afa.source;

import afa.feed.Post;
import afa.message.AppendPosts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a source has read and the store has not confirmed, in order. A cursor stands behind the
 * posts it vouches for, and leaves in one batch with the last of them or in a later one.
 */
final class Outbox {
  /** Either a post or a cursor. */
  private record Entry(Post post, String cursor) {}

  private final Deque<Entry> entries = new ArrayDeque<>();
  private int posts;

  void add(List<Post> more, String cursor) {
    for (Post post : more) entries.add(new Entry(post, null));
    posts += more.size();
    if (cursor != null) addCursor(cursor);
  }

  /** Of two cursors in a row only the later one says anything. */
  private void addCursor(String cursor) {
    if (!entries.isEmpty() && entries.getLast().cursor() != null) entries.removeLast();
    entries.add(new Entry(null, cursor));
  }

  /** Takes the oldest posts, at most {@code most}, and the cursors that stand among and behind. */
  AppendPosts take(String event, String source, int most) {
    List<Post> batch = new ArrayList<>(Math.min(most, posts));
    String cursor = null;
    while (!entries.isEmpty()) {
      Entry next = entries.getFirst();
      if (next.cursor() == null && batch.size() == most) break;
      entries.removeFirst();
      if (next.cursor() != null) cursor = next.cursor();
      else batch.add(next.post());
    }
    posts -= batch.size();
    return new AppendPosts(event, source, batch, cursor);
  }

  /** Takes a batch back that was taken last, to its place in front of all others. */
  void putBack(AppendPosts batch) {
    if (batch.cursor() != null) entries.addFirst(new Entry(null, batch.cursor()));
    for (int i = batch.posts().size() - 1; i >= 0; i--) {
      entries.addFirst(new Entry(batch.posts().get(i), null));
    }
    posts += batch.posts().size();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** How many posts it holds. */
  int size() {
    return posts;
  }
}
