package afa.site.search;

import afa.export.AtomFeed;
import afa.export.FeedPage;
import afa.export.JsonFeed;
import afa.library.Found;
import afa.library.Search;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.function.Function;

/** Searches for feed readers. */
final class SearchFeeds {
  private static final int POSTS = 50;

  private final SearchPage page;

  SearchFeeds(SearchPage page) {
    this.page = page;
  }

  /** How a feed is written, and where. */
  enum Language {
    ATOM("/search.atom", AtomFeed.TYPE, AtomFeed::write),
    JSON("/search.json", JsonFeed.TYPE, JsonFeed::write);

    private final String path;
    private final String type;
    private final Function<FeedPage, String> writer;

    Language(String path, String type, Function<FeedPage, String> writer) {
      this.path = path;
      this.type = type;
      this.writer = writer;
    }

    String path() {
      return path;
    }

    String type() {
      return type;
    }
  }

  /**
   * The feed of a search.
   *
   * @param root scheme, host and port as whoever asks calls this server
   */
  Future<String> write(SearchRequest request, Language language, String root) {
    return page.find(request, POSTS)
        .map(outcome -> language.writer.apply(feed(request, outcome.page(), language, root)));
  }

  private static FeedPage feed(
      SearchRequest request, Search.Page found, Language language, String root) {
    return new FeedPage(
        FeedPage.id("search", request.text(), request.event()),
        request.text().isEmpty() ? "Search" : "Search: " + request.text(),
        root + request.from(null).address("/search"),
        root + request.address(language.path),
        root + request.from(null).address(language.path),
        found
            .next()
            .map(next -> root + request.from(next).address(language.path))
            .orElse(null),
        Instant.EPOCH,
        found.posts().stream().map(SearchFeeds::item).toList());
  }

  /** The same as in the feed of the event. */
  private static FeedPage.Item item(Found found) {
    String id =
        FeedPage.id("post", found.event(), found.post().source(), found.post().id());
    return new FeedPage.Item(id, found.post());
  }
}
