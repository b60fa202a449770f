package afa.syndication;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads feeds. What they are is told by what they begin with; content types are often wrong. */
final class FeedParser {
  /** Most entries; the longest archives of podcasts have some thousand. */
  static final int MOST = 5_000;

  private FeedParser() {}

  /**
   * What a feed shows.
   *
   * @param entries in its own order
   * @param malformed how many entries could not be read
   */
  record Page(List<FeedEntry> entries, int malformed) {
    Page {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Reads a feed; bad entries are counted and left out.
   *
   * @param address where the event file says the feed is
   * @param base where it was found
   */
  static Page parse(String text, URI address, URI base, Instant now) throws FeedDefect {
    SyndFeed feed = read(text, base);
    FeedPosts posts = new FeedPosts(feed, address, base, now);
    List<FeedEntry> entries = new ArrayList<>();
    for (SyndEntry entry : feed.getEntries()) entry(posts, entry).ifPresent(entries::add);
    return new Page(entries, feed.getEntries().size() - entries.size());
  }

  private static SyndFeed read(String text, URI base) throws FeedDefect {
    String start = text.stripLeading();
    if (start.isEmpty()) throw new FeedDefect("is empty");
    if (start.startsWith("{")) return JsonFeed.read(start);
    if (start.regionMatches(true, 0, "<!doctype html", 0, 14)
        || start.regionMatches(true, 0, "<html", 0, 5)) {
      throw new FeedDefect("is a web page");
    }
    return FeedXml.read(start, base);
  }

  /** The library is careless with what should not be there. */
  private static Optional<FeedEntry> entry(FeedPosts posts, SyndEntry entry) {
    try {
      return posts.of(entry);
    } catch (RuntimeException unexpected) {
      return Optional.empty();
    }
  }
}
