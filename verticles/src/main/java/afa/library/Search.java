package afa.library;

import afa.feed.FeedJson;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Looks for posts in the archive, which is a quarter of a second behind the logs. */
public final class Search {
  private final Library library;

  public Search(Library library) {
    this.library = library;
  }

  /**
   * What was found, the newest first.
   *
   * @param next where the next page begins; absent on the last one
   */
  public record Page(List<Found> posts, Optional<Cursor> next) {
    public Page {
      posts = List.copyOf(posts);
    }
  }

  /**
   * A page of posts; fails with {@link TooSlow} when PostgreSQL would be busy for too long,
   * and with {@code UNAVAILABLE} when too many search at once.
   *
   * @param zone whose days are meant
   * @param after where to go on; absent for the newest
   */
  public Future<Page> find(SearchQuery query, ZoneId zone, @Nullable Cursor after, int limit) {
    if (query.isEmpty()) return Future.succeededFuture(new Page(List.of(), Optional.empty()));
    SearchSql.Question question = SearchSql.of(query, zone, after, limit + 1);
    return library.search(question.sql(), question.parameters()).map(rows -> {
      List<Row> all = StreamSupport.stream(rows.spliterator(), false).toList();
      List<Row> shown = all.subList(0, Math.min(limit, all.size()));
      Optional<Cursor> next = all.size() > limit ? Optional.of(cursor(shown)) : Optional.empty();
      return new Page(shown.stream().flatMap(row -> found(row).stream()).toList(), next);
    });
  }

  private static Cursor cursor(List<Row> shown) {
    Row last = shown.get(shown.size() - 1);
    return new Cursor(last.getOffsetDateTime(2).toInstant(), last.getString(0), last.getLong(1));
  }

  /** One that cannot be read, perhaps of a newer version of us, must not take the page away. */
  private static Optional<Found> found(Row row) {
    try {
      String text = row.getString(4);
      return Optional.of(new Found(
          row.getString(0),
          row.getLong(1),
          FeedJson.post(row.getString(3)),
          row.getBoolean(5),
          text,
          Highlights.of(text, row.getString(6), row.getString(7))));
    } catch (FeedJson.Malformed unreadable) {
      return Optional.empty();
    }
  }
}
