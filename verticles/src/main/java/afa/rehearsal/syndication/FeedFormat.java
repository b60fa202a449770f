package afa.rehearsal.syndication;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How a blog is written for programs; each blog has all of them. */
enum FeedFormat {
  RSS("feed.xml", "application/rss+xml; charset=utf-8") {
    @Override
    String write(Blog blog, List<BlogEntry> entries, String url) {
      return new RssFeed(url).write(blog, entries);
    }
  },
  ATOM("atom.xml", "application/atom+xml; charset=utf-8") {
    @Override
    String write(Blog blog, List<BlogEntry> entries, String url) {
      return new AtomFeed(url).write(blog, entries);
    }
  },
  JSON("feed.json", "application/feed+json") {
    @Override
    String write(Blog blog, List<BlogEntry> entries, String url) {
      JsonArray items = new JsonArray();
      entries.forEach(entry -> items.add(item(entry, url)));
      return new JsonObject()
          .put("version", "https://jsonfeed.org/version/1.1")
          .put("title", blog.title())
          .put("home_page_url", url + "/blogs/" + blog.slug())
          .put("feed_url", url + "/blogs/" + blog.slug() + "/feed.json")
          .put("language", "en")
          .put("items", items)
          .encodePrettily();
    }
  };

  /** As HTTP and RSS write times. */
  static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
          "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
      .withZone(ZoneOffset.UTC);

  private final String file;
  private final String contentType;

  FeedFormat(String file, String contentType) {
    this.file = file;
    this.contentType = contentType;
  }

  /** The whole of a feed. */
  abstract String write(Blog blog, List<BlogEntry> entries, String url);

  /** The last part of its address. */
  String file() {
    return file;
  }

  String contentType() {
    return contentType;
  }

  /** Another one. */
  FeedFormat next() {
    return switch (this) {
      case RSS -> ATOM;
      case ATOM -> JSON;
      case JSON -> RSS;
    };
  }

  static String html(BlogEntry entry) {
    StringBuilder html = new StringBuilder();
    for (String paragraph : entry.paragraphs()) {
      html.append("<p>").append(escaped(paragraph).replace("\n", "<br>")).append("</p>\n");
    }
    return html.toString();
  }

  /** For HTML and XML, in text and in attributes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String time(Instant time) {
    return time.toString();
  }

  private static JsonObject item(BlogEntry entry, String url) {
    JsonObject author = new JsonObject().put("name", entry.author().name());
    JsonObject item = new JsonObject()
        .put("id", entry.id())
        .put("url", url + entry.path())
        .put("title", entry.title())
        .put("content_html", html(entry))
        .put("date_published", time(entry.published()))
        .put("date_modified", time(entry.updated()))
        .put("authors", new JsonArray().add(author));
    if (!entry.photos().isEmpty())
      item.put("image", BlogPictures.url(entry.photos().get(0), url));
    return item;
  }
}
