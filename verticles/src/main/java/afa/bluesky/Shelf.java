package afa.bluesky;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What of ours may be in front of people: posts that are on their way to the log, and those that it
 * shows. Bounded; the oldest are forgotten first.
 */
final class Shelf {
  private static final int MOST = 20_000;

  private final Set<String> brought = new LinkedHashSet<>();
  private final Supplier<? extends Collection<String>> displayed;

  /**
   * @param displayed ids of posts that stand in the log, of earlier runs too
   */
  Shelf(Supplier<? extends Collection<String>> displayed) {
    this.displayed = displayed;
  }

  /** A post is on its way. */
  void add(AtUri post) {
    brought.add(post.toString());
    if (brought.size() <= MOST) return;
    Iterator<String> oldest = brought.iterator();
    oldest.next();
    oldest.remove();
  }

  boolean has(AtUri post) {
    String id = post.toString();
    return brought.contains(id) || displayed.get().contains(id);
  }

  /** All posts of an account. */
  List<String> of(String did) {
    String begin = "at://" + did + "/";
    Set<String> ids = new LinkedHashSet<>(brought);
    ids.addAll(displayed.get());
    ids.removeIf(id -> !id.startsWith(begin));
    return new ArrayList<>(ids);
  }

  /** How a post is called by the rest of the house. */
  static String identity(String id) {
    return RecordParser.SOURCE + ":" + id;
  }
}
