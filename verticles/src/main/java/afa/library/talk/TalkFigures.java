package afa.library.talk;

import afa.library.Library;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;

/** How much was said about talks. */
public final class TalkFigures {
  /**
   * Photos are counted in the encoded post up to what it quotes: what authors write has its
   * quotation marks escaped, so that only a photo looks like one.
   */
  private static final String COUNTS = "select p.talk, count(*) as posts,"
      + " count(*) filter (where u.repost_of is not null) as reposts,"
      + " count(distinct " + TalkPeople.WHO + ") as people,"
      + " coalesce(sum((length(b.own) - length(replace(b.own, '\"kind\":\"photo\"', ''))) / 14)"
      + " filter (where u.repost_of is null), 0) as photos ";

  private static final String OWN =
      " cross join lateral (select split_part(u.body::text, '\"original\":{', 1) as own) b ";

  private static final String ALL =
      COUNTS + PlacedSql.FROM + OWN + PlacedSql.IN_EVENT + " group by p.talk";

  private static final String ONE =
      COUNTS + PlacedSql.FROM + OWN + PlacedSql.IN_TALK + " group by p.talk";

  private final Library library;

  public TalkFigures(Library library) {
    this.library = library;
  }

  /**
   * What a talk brought.
   *
   * @param posts all, reposts included
   * @param people accounts that posted
   * @param photos of posts that are no reposts
   */
  public record Figures(long posts, long reposts, long people, long photos) {
    /** Nothing was said. */
    public static final Figures NONE = new Figures(0, 0, 0, 0);
  }

  public Future<Figures> of(String event, String talk) {
    return ask(ONE, Tuple.of(event, talk)).map(all -> all.getOrDefault(talk, Figures.NONE));
  }

  /** By talk; those of which nothing was said are left out. */
  public Future<Map<String, Figures>> ofAll(String event) {
    return ask(ALL, Tuple.of(event));
  }

  private Future<Map<String, Figures>> ask(String sql, Tuple parameters) {
    return library.read(sql, parameters).map(rows -> {
      Map<String, Figures> talks = new HashMap<>();
      for (Row row : rows) {
        talks.put(
            row.getString("talk"),
            new Figures(
                row.getLong("posts"),
                row.getLong("reposts"),
                row.getLong("people"),
                row.getLong("photos")));
      }
      return talks;
    });
  }
}
