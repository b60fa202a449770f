package afa.ingest;

import afa.feed.Author;
import afa.feed.Emoji;
import afa.feed.Link;
import afa.feed.Media;
import afa.feed.Original;
import afa.feed.Post;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
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

  /** Bytes that every part of the system compares alike. */
  private static final Pattern VERSION = Pattern.compile("[!-~]{1,512}");

  private static final List<String> LISTS = List.of("links", "media", "talks", "emoji");

  private PostRules() {}

  /** What a post and the post that it passes on or comments on have in common. */
  private record Content(
      String prefix, String url, Author author, String text, List<Link> links, List<Media> media) {}

  private static final int MAX_NAME = 500;
  private static final int MAX_LANG = 35;
  private static final int MAX_TALKS = 50;
  private static final int MAX_URL = 4_096;

  /** What PostgreSQL keeps and browsers show. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

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
    require(
        !post.postedAt().isBefore(EARLIEST) && !post.postedAt().isAfter(LATEST),
        "postedAt must lie in the years 1 to 9999");
    isShort(MAX_LANG, "lang", post.lang());
    isShort(Post.MAX_ID_LENGTH, "repostOf", post.repostOf());
    isShort(Post.MAX_ID_LENGTH, "quoteOf", post.quoteOf());
    isShort(Post.MAX_ID_LENGTH, "replyTo", post.replyTo());
    require(
        post.version() == null || VERSION.matcher(post.version()).matches(),
        "version must be 1 to 512 visible characters of ASCII");
    isShort(MAX_NAME, "warning", post.warning());
    check(post.emoji(), post.text().length());
    atMost(MAX_TALKS, post.talks().size(), "talks", "entries");
    for (String talk : post.talks()) isShort(MAX_NAME, "talks", talk);
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
    isShort(MAX_NAME, prefix + "author.name", content.author().name());
    isShort(MAX_NAME, prefix + "author.handle", content.author().handle());
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

  private static void check(List<Emoji> emoji, int length) {
    atMost(MAX_LINKS, emoji.size(), "emoji", "entries");
    int end = 0;
    for (Emoji picture : emoji) {
      require(picture.url() != null, "emoji need a url");
      isWeb("emoji.url", picture.url());
      require(
          picture.start() >= end && picture.end() > picture.start() && picture.end() <= length,
          "emoji must lie within the text, in order, without overlap");
      end = picture.end();
    }
  }

  private static void atMost(int most, int found, String name, String unit) {
    require(found <= most, name + " may have at most " + most + " " + unit + ", not " + found);
  }

  private static void isShort(int most, String name, String text) {
    if (text != null) atMost(most, text.length(), name, "UTF-16 units");
  }

  private static void isWeb(String name, String url) {
    isShort(MAX_URL, name, url);
    require(
        url == null || url.startsWith("https://") || url.startsWith("http://"),
        name + " must begin with https:// or http://");
  }

  private static void require(boolean kept, String rule) {
    if (!kept) throw new IllegalArgumentException(rule);
  }
}
