package afa.bluesky;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of ours is in front of people, or on its way there. Bounded; the oldest are forgotten first.
 */
final class Shelf {
  private static final int MOST = 20_000;

  private final Set<String> ids = new LinkedHashSet<>();

  /** A post is on its way, or stands in the log since an earlier run. */
  void add(String id) {
    ids.add(id);
    if (ids.size() <= MOST) return;
    Iterator<String> oldest = ids.iterator();
    oldest.next();
    oldest.remove();
  }

  boolean has(AtUri post) {
    return ids.contains(post.toString());
  }

  /** The posts of an account. */
  List<String> of(String did) {
    String begin = "at://" + did + "/";
    return ids.stream().filter(id -> id.startsWith(begin)).toList();
  }

  /** How the rest of the house calls a post. */
  static String identity(String id) {
    return RecordParser.SOURCE + ":" + id;
  }
}
