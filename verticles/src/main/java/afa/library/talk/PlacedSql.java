package afa.library.talk;

import afa.feed.FeedJson;
import afa.library.Library;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The posts that belong to talks of an event, as SQL. */
final class PlacedSql {
  private static final Logger log = LoggerFactory.getLogger(PlacedSql.class);

  /** Posts {@code u} of the event {@code $1} with their placements {@code p}; of the newest life. */
  static final String FROM =
      """
       from placements p join updates u
        on u.event = p.event and u.source = p.source and u.id = p.id and u.type = 'post'
        and u.epoch = (select epoch from newest_lives where event = $1)
      """;

  static final String IN_EVENT = " where p.event = $1 ";

  /** The talk is {@code $2}. */
  static final String IN_TALK = IN_EVENT + "and p.talk = $2 ";

  static final String OF_EVENT = FROM + IN_EVENT;

  static final String OF_TALK = FROM + IN_TALK;

  /** Only posts that a {@link Sieve} lets through, whose parameters are the next two. */
  static String sieved(int parameter) {
    return " and u.n <= $" + parameter + " and u.n <> all($" + (parameter + 1) + "::bigint[]) ";
  }

  /** Number, body and whether it was revised. */
  static final String COLUMNS =
      """
      select u.n, u.body::text, exists (
        select from updates r where r.event = u.event and r.epoch = u.epoch
          and r.target = u.n and r.type = 'revise')
      """;

  private PlacedSql() {}

  /** Asks for {@link #COLUMNS}. Posts that a newer version of us wrote in another way are left out. */
  static Future<List<TalkPost>> posts(Library library, String sql, Tuple parameters) {
    return library.read(sql, parameters, rows -> {
      List<TalkPost> posts = new ArrayList<>();
      for (Row row : rows) add(posts, row);
      return posts;
    });
  }

  private static void add(List<TalkPost> posts, Row row) {
    try {
      posts.add(new TalkPost(row.getLong(0), FeedJson.post(row.getString(1)), row.getBoolean(2)));
    } catch (FeedJson.Malformed unreadable) {
      log.debug("A post of the archive cannot be shown: n={}", row.getLong(0), unreadable);
    }
  }
}
