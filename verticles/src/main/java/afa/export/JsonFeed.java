package afa.export;

import afa.database.PgText;
import afa.feed.Author;
import afa.feed.FeedJson;
import afa.feed.Media;
import afa.feed.Post;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a feed as JSON Feed 1.1 (jsonfeed.org). */
public final class JsonFeed {
  public static final String TYPE = "application/feed+json; charset=utf-8";

  private JsonFeed() {}

  /** The document. */
  public static String write(FeedPage page) {
    ObjectNode feed = FeedJson.MAPPER.createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", page.title());
    feed.put("home_page_url", page.home());
    feed.put("feed_url", page.self());
    put(feed, "next_url", page.next());
    ArrayNode items = feed.putArray("items");
    page.posts().forEach(item -> items.add(item(item)));
    try {
      return PgText.json(FeedJson.MAPPER.writeValueAsString(feed));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree that cannot be written as JSON", impossible);
    }
  }

  private static ObjectNode item(FeedPage.Item item) {
    Post post = item.post();
    PostText words = new PostText(post);
    ObjectNode node = FeedJson.MAPPER.createObjectNode();
    node.put("id", item.id());
    put(node, "url", PostText.webAddress(post.url()));
    node.put("title", words.title());
    node.put("content_html", words.html());
    node.put("content_text", words.plain());
    node.put("date_published", post.postedAt().toString());
    node.put("date_modified", post.receivedAt().toString());
    node.putArray("authors").add(author(post.author()));
    put(node, "language", post.lang());
    if (!words.tags().isEmpty()) words.tags().forEach(node.putArray("tags")::add);
    attach(node, words.media());
    return node;
  }

  private static ObjectNode author(Author author) {
    ObjectNode node = FeedJson.MAPPER.createObjectNode().put("name", author.name());
    put(node, "url", PostText.webAddress(author.url()));
    put(node, "avatar", PostText.webAddress(author.avatar()));
    return node;
  }

  private static void attach(ObjectNode item, List<Media> media) {
    media.stream()
        .filter(one -> one.kind() == Media.Kind.PHOTO)
        .map(one -> PostText.webAddress(one.url()))
        .filter(url -> url != null)
        .findFirst()
        .ifPresent(url -> item.put("image", url));
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) node.put(name, value);
  }
}
