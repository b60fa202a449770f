package afa.ingest;

import afa.feed.Author;
import afa.feed.Link;
import afa.feed.Media;
import afa.feed.Original;
import afa.feed.Post;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** What a post sent by a stranger's program must keep to, so that every page can show it. */
final class PostRules {
  /** Longest text, in UTF-16 units. */
  static final int MAX_TEXT = 100_000;

  static final int MAX_MEDIA = 100;
  static final int MAX_LINKS = 1_000;

  /** Without a colon, as {@code a:b} and {@code c} would be the same post as {@code a} and {@code b:c}. */
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,63}");

  private static final List<String> LISTS = List.of("links", "media", "talks");

  private PostRules() {}

  /** What a post and the post that it passes on or comments on have in common. */
  private record Content(
      String prefix, String url, Author author, String text, List<Link> links, List<Media> media) {}

  /**
   * To be called before the post is read from its JSON.
   *
   * @throws IllegalArgumentException when a list holds a null
   */
  static void checkLists(JsonNode post) {
    checkLists("", post);
    checkLists("original.", post.path("original"));
  }

  private static void checkLists(String prefix, JsonNode owner) {
    for (String list : LISTS) {
      for (JsonNode element : owner.path(list)) {
        require(!element.isNull(), prefix + list + " must not hold null");
      }
    }
  }

  /**
   * @throws IllegalArgumentException saying what is wrong
   */
  static void check(Post post) {
    require(
        SOURCE.matcher(post.source()).matches(),
        "source must be 1 to 64 of a-z, 0-9, '_', '.' and '-', and begin with a letter or digit");
    check(new Content("", post.url(), post.author(), post.text(), post.links(), post.media()));
    Original original = post.original();
    if (original == null) return;
    check(new Content(
        "original.",
        original.url(),
        original.author(),
        original.text(),
        original.links(),
        original.media()));
  }

  private static void check(Content content) {
    String prefix = content.prefix();
    atMost(MAX_TEXT, content.text().length(), prefix + "text", "UTF-16 units");
    atMost(MAX_MEDIA, content.media().size(), prefix + "media", "entries");
    atMost(MAX_LINKS, content.links().size(), prefix + "links", "entries");
    isWeb(prefix + "url", content.url());
    isWeb(prefix + "author.url", content.author().url());
    isWeb(prefix + "author.avatar", content.author().avatar());
    for (Media media : content.media()) check(prefix, media);
    int end = 0;
    for (Link link : content.links()) {
      check(prefix, link);
      require(
          link.start() >= end
              && link.end() > link.start()
              && link.end() <= content.text().length(),
          prefix + "links must lie within the text, in order, without overlap");
      end = link.end();
    }
  }

  private static void check(String prefix, Media media) {
    require(media.kind() != null && media.url() != null, prefix + "media need a kind and a url");
    isWeb(prefix + "media.url", media.url());
    isWeb(prefix + "media.thumbnail", media.thumbnail());
  }

  private static void check(String prefix, Link link) {
    require(link.kind() != null && link.url() != null, prefix + "links need a kind and a url");
    isWeb(prefix + "links.url", link.url());
  }

  private static void atMost(int most, int found, String name, String unit) {
    require(found <= most, name + " may have at most " + most + " " + unit + ", not " + found);
  }

  private static void isWeb(String name, String url) {
    require(
        url == null || url.startsWith("https://") || url.startsWith("http://"),
        name + " must begin with https:// or http://");
  }

  private static void require(boolean kept, String rule) {
    if (!kept) throw new IllegalArgumentException(rule);
  }
}
