package afa.ingest;

import afa.feed.Link;
import afa.feed.Media;
import afa.feed.Post;
import java.util.List;

/** What a post sent by a stranger's program must keep to, so that every page can show it. */
final class PostRules {
  private PostRules() {}

  /**
   * @throws IllegalArgumentException saying what is wrong
   */
  static void check(Post post) {
    isWeb("url", post.url());
    isWeb("author.url", post.author().url());
    isWeb("author.avatar", post.author().avatar());
    for (Media media : post.media()) {
      if (media.kind() == null || media.url() == null) {
        throw new IllegalArgumentException("media need a kind and a url");
      }
      isWeb("media.url", media.url());
      isWeb("media.thumbnail", media.thumbnail());
    }
    links(post.links(), post.text().length());
  }

  private static void links(List<Link> links, int length) {
    int end = 0;
    for (Link link : links) {
      if (link.start() < end || link.end() <= link.start() || link.end() > length) {
        throw new IllegalArgumentException(
            "links must lie within the text, in order, without overlap");
      }
      if (link.kind() == null || link.url() == null) {
        throw new IllegalArgumentException("links need a kind and a url");
      }
      isWeb("links.url", link.url());
      end = link.end();
    }
  }

  private static void isWeb(String name, String url) {
    if (url == null || url.startsWith("https://") || url.startsWith("http://")) return;
    throw new IllegalArgumentException(name + " must begin with https:// or http://");
  }
}
