package afa.library.talk;

import afa.library.Library;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The posts of a talk that ask something. */
public final class TalkQuestions {
  private static final String MAYBE = " and u.repost_of is null and u.text ~ $3";

  private static final String POSTS =
      Placed.COLUMNS + Placed.OF_TALK + MAYBE + " order by u.n limit 2000";

  private static final String TEXTS = "select p.talk, u.text, u.lang " + Placed.OF_EVENT
      + " and u.repost_of is null and u.text ~ $2 limit 50000";

  private final Library library;

  public TalkQuestions(Library library) {
    this.library = library;
  }

  /** Oldest first, of the first 2,000 that have a question mark somewhere. */
  public Future<List<TalkPost>> of(String event, String talk) {
    return Placed.posts(library, POSTS, Tuple.of(event, talk, Question.SIGNS))
        .map(posts -> posts.stream()
            .filter(each -> Question.isOne(each.post().text(), each.post().lang()))
            .toList());
  }

  /** How many each talk of the event has; talks without are left out. */
  public Future<Map<String, Long>> counts(String event) {
    return library.read(TEXTS, Tuple.of(event, Question.SIGNS)).map(rows -> {
      Map<String, Long> counts = new HashMap<>();
      for (Row row : rows) {
        if (!Question.isOne(row.getString("text"), row.getString("lang"))) continue;
        counts.merge(row.getString("talk"), 1L, Long::sum);
      }
      return counts;
    });
  }
}
