package afa.library.talk;

import afa.library.Library;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The posts of a talk that ask something. */
public final class TalkQuestions {
  private static final String MAYBE = " and u.repost_of is null and u.text ~ $3";

  private static final String POSTS = PlacedSql.COLUMNS + PlacedSql.OF_TALK + MAYBE
      + PlacedSql.sieved(4) + " order by u.n limit 2000";

  /** A page of them; a post may belong to several talks. */
  private static final String TEXTS = "select u.n, p.talk, u.text, u.lang " + PlacedSql.OF_EVENT
      + " and u.repost_of is null and u.text ~ $2 and u.n >= $3 and (u.n, p.talk) > ($3, $4)"
      + " order by u.n, p.talk limit $5";

  private static final int PAGE = 1_000;

  /** More than that no conference asks; what is beyond is not counted. */
  private static final int MOST_PAGES = 50;

  private final Library library;

  public TalkQuestions(Library library) {
    this.library = library;
  }

  /** Oldest first, of the first 2,000 that have a question mark somewhere. */
  public Future<List<TalkPost>> of(String event, String talk, Sieve sieve) {
    Tuple parameters = Tuple.of(event, talk, Question.SIGNS, sieve.upTo(), sieve.numbers());
    return PlacedSql.posts(library, POSTS, parameters).map(posts -> posts.stream()
        .filter(each -> Question.isOne(each.post().text(), each.post().lang()))
        .toList());
  }

  /** How many each talk of the event has; talks without are left out. */
  public Future<Map<String, Long>> counts(String event) {
    return counted(new Count(event, new HashMap<>(), 0, "", MOST_PAGES));
  }

  /**
   * A count that has come so far.
   *
   * @param n of the last post that was looked at, and {@code talk} its talk
   * @param pages that may still be read
   */
  private record Count(String event, Map<String, Long> talks, long n, String talk, int pages) {
    Count and(RowSet<Row> rows) {
      long last = n;
      String of = talk;
      for (Row row : rows) {
        last = row.getLong("n");
        of = row.getString("talk");
        if (Question.isOne(row.getString("text"), row.getString("lang"))) {
          talks.merge(of, 1L, Long::sum);
        }
      }
      return new Count(event, talks, last, of, rows.size() < PAGE ? 0 : pages - 1);
    }
  }

  private Future<Map<String, Long>> counted(Count count) {
    if (count.pages() == 0) return Future.succeededFuture(count.talks());
    Tuple place = Tuple.of(count.event(), Question.SIGNS, count.n(), count.talk(), PAGE);
    return library.read(TEXTS, place, count::and).compose(this::counted);
  }
}
