package afa.library.talk;

import afa.feed.Position;
import afa.library.Library;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was said about a talk, page by page, in the order of the log. */
public final class TalkPosts {
  private static final String AFTER =
      PlacedSql.COLUMNS + PlacedSql.OF_TALK + " and u.n > $3 order by u.n limit $4";

  private static final String BEFORE =
      PlacedSql.COLUMNS + PlacedSql.OF_TALK + " and u.n < $3 order by u.n desc limit $4";

  /**
   * Where to follow the log from: what came since may not have been placed yet. Placing takes a
   * second; ten leave room for a node that pauses.
   */
  private static final String POSITION =
      """
      select l.epoch, coalesce(
        (select min(u.n) - 1 from (
          select n, archived_at from updates
          where event = $1 and epoch = l.epoch order by n desc limit 500) u
         where u.archived_at > now() - interval '10 seconds'), l.checkpoint)
      from lives l where l.event = $1 order by l.ordinal desc limit 1
      """;

  private final Library library;

  public TalkPosts(Library library) {
    this.library = library;
  }

  /**
   * A part of what was said, oldest first.
   *
   * @param more whether the talk has further posts in the direction that was asked for
   */
  public record Page(List<TalkPost> posts, boolean more) {
    public Page {
      posts = List.copyOf(posts);
    }
  }

  /** The first {@code limit} posts after number {@code n}. */
  public Future<Page> after(String event, String talk, long n, int limit) {
    return ask(AFTER, Tuple.of(event, talk, n, limit + 1), limit);
  }

  /** The last {@code limit} posts before number {@code n}. */
  public Future<Page> before(String event, String talk, long n, int limit) {
    return ask(BEFORE, Tuple.of(event, talk, n, limit + 1), limit).map(page -> {
      List<TalkPost> oldestFirst = new ArrayList<>(page.posts());
      Collections.reverse(oldestFirst);
      return new Page(oldestFirst, page.more());
    });
  }

  private Future<Page> ask(String sql, Tuple parameters, int limit) {
    return PlacedSql.posts(library, sql, parameters)
        .map(posts ->
            new Page(posts.subList(0, Math.min(limit, posts.size())), posts.size() > limit));
  }

  /**
   * The position from which a page that was rendered now misses nothing, though it may be told of
   * posts again that it has. Asked before the posts.
   */
  public Future<Position> position(String event) {
    return library.read(POSITION, Tuple.of(event)).map(TalkPosts::first);
  }

  private static Position first(RowSet<Row> rows) {
    if (rows.size() == 0) return new Position("", 0);
    Row row = rows.iterator().next();
    return new Position(row.getString(0), row.getLong(1));
  }
}
