package afa.library;

import afa.feed.FeedJson;
import afa.library.PostPage.Placed;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads an event's posts by time, a page at a time, each by its place in the index. */
public final class EventPosts {
  private static final String PAGE =
      """
      select n, posted_at, body::text,
        exists (select 1 from updates r where r.event = u.event and r.epoch = u.epoch
          and r.target = u.n and r.type = 'revise')
      from updates u
      where event = $1 and epoch = (select epoch from newest_lives where event = $1)
        and type = 'post' and posted_at >= $2 and posted_at < $3
        and (posted_at, n) %s ($4, $5)
      order by posted_at %s, n %s limit $6
      """;

  private static final String LATER = PAGE.formatted(">", "asc", "asc");
  private static final String EARLIER = PAGE.formatted("<", "desc", "desc");

  private final Library library;

  public EventPosts(Library library) {
    this.library = library;
  }

  /**
   * A part of an event's time.
   *
   * @param until the moment after it
   */
  public record Span(String event, Instant from, Instant until) {}

  /** Those that follow a place; the first ones when there is no place. */
  public Future<PostPage> after(Span span, Optional<Cursor> place, int limit) {
    Cursor start = place.orElse(new Cursor(span.from(), span.event(), 0));
    return read(LATER, span, start, limit)
        .map(rows -> new PostPage(
            posts(rows.stream().limit(limit)), place.isPresent(), rows.size() > limit));
  }

  /** Those just before a place, the oldest of them first; the last ones when there is no place. */
  public Future<PostPage> before(Span span, Optional<Cursor> place, int limit) {
    Cursor end = place.orElse(new Cursor(span.until(), span.event(), Long.MAX_VALUE));
    return read(EARLIER, span, end, limit).map(rows -> {
      List<Placed> posts = new ArrayList<>(posts(rows.stream().limit(limit)));
      Collections.reverse(posts);
      return new PostPage(posts, rows.size() > limit, place.isPresent());
    });
  }

  /** One more than asked for tells whether there is more. */
  private Future<List<Row>> read(String sql, Span span, Cursor place, int limit) {
    Tuple parameters = Tuple.of(
        span.event(),
        span.from().atOffset(ZoneOffset.UTC),
        span.until().atOffset(ZoneOffset.UTC),
        place.at().atOffset(ZoneOffset.UTC),
        place.n(),
        limit + 1);
    return library.read(sql, parameters).map(rows -> StreamSupport.stream(rows.spliterator(), false)
        .toList());
  }

  private static List<Placed> posts(Stream<Row> rows) {
    return rows.flatMap(row -> post(row).stream()).toList();
  }

  /** One that cannot be read, perhaps of a newer version of us, must not take the page away. */
  private static Optional<Placed> post(Row row) {
    try {
      Instant at = row.getOffsetDateTime(1).toInstant();
      return Optional.of(
          new Placed(row.getLong(0), at, FeedJson.post(row.getString(2)), row.getBoolean(3)));
    } catch (FeedJson.Malformed unreadable) {
      return Optional.empty();
    }
  }
}
