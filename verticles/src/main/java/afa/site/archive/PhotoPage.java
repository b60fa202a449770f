package afa.site.archive;

import afa.feed.EventInfo;
import afa.feed.Original;
import afa.feed.Post;
import afa.library.Cursor;
import afa.library.Found;
import afa.library.Search;
import afa.library.SearchQuery;
import afa.library.SearchQuery.Kind;
import afa.library.SearchQuery.Term;
import afa.site.ContentView;
import afa.site.MediaView;
import afa.site.WebAddress;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the photos of an event. */
final class PhotoPage {
  private static final int POSTS = 48;

  private final Search search;

  PhotoPage(Search search) {
    this.search = search;
  }

  /**
   * A photo among others.
   *
   * @param around address of its post among the others of its day
   * @param url where the post stands on its network
   */
  public record Photo(MediaView media, String author, String around, @Nullable String url) {}

  /** What the template needs. */
  Future<Map<String, Object>> read(EventInfo info, Optional<Cursor> after) {
    SearchQuery query = new SearchQuery(
        List.of(new Term(Kind.MARK, "=photo", false), new Term(Kind.EVENT, info.event(), false)),
        null,
        null,
        List.of());
    ZoneId zone = ZoneId.of(info.timeZone());
    return search
        .find(query, zone, after.orElse(null), POSTS)
        .map(page -> Map.of(
            "photos",
                page.posts().stream().flatMap(found -> photos(found, zone)).toList(),
            "next", page.next().map(next -> "?after=" + next).orElse(""),
            "isFirst", after.isEmpty()));
  }

  /** Those with a warning are for who opens the post; what is passed on is there already. */
  private static Stream<Photo> photos(Found found, ZoneId zone) {
    Post post = found.post();
    if (ContentView.warning(post) != null || post.repostOf() != null) return Stream.empty();
    Cursor before = new Cursor(post.postedAt(), found.event(), found.n() - 1);
    String day = EventEntry.path(found.event(), post.postedAt().atZone(zone).toLocalDate());
    String around = day + "?after=" + before + "#u" + found.n();
    Original shown =
        new Original(post.id(), post.url(), post.author(), post.text(), post.links(), post.media());
    return MediaView.of(shown.media()).stream()
        .filter(media -> media.type().equals("photo"))
        .map(
            media -> new Photo(media, post.author().name(), around, WebAddress.orNull(post.url())));
  }
}
