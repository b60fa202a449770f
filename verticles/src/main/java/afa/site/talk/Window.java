package afa.site.talk;

import afa.library.talk.TalkPost;
import afa.library.talk.TalkPosts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The posts of a talk that a page shows, oldest first.
 *
 * @param hasOlder whether there are some before them
 * @param hasNewer whether there are some after them
 */
public record Window(List<TalkPost> posts, boolean hasOlder, boolean hasNewer) {
  public Window {
    posts = List.copyOf(posts);
  }

  /** Those after a number. */
  static Window after(TalkPosts.Page page, long n) {
    return new Window(page.posts(), n > 0, page.more());
  }

  /** Those before a number, which has at least the post of that number behind it. */
  static Window before(TalkPosts.Page page) {
    return new Window(page.posts(), page.more(), true);
  }

  /** The newest there are. */
  static Window newest(TalkPosts.Page page) {
    return new Window(page.posts(), page.more(), false);
  }

  public long first() {
    return posts.isEmpty() ? 0 : posts.get(0).n();
  }

  public long last() {
    return posts.isEmpty() ? 0 : posts.get(posts.size() - 1).n();
  }

  public Set<Long> numbers() {
    return posts.stream().map(TalkPost::n).collect(Collectors.toSet());
  }
}
