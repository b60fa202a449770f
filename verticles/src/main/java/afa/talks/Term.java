package afa.talks;

import afa.feed.EventInfo;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One time as the owner of an event's talks, and the number that tells it from later ones. */
final class Term {
  private static final Logger log = LoggerFactory.getLogger(Term.class);

  private final EventInfo info;
  private final TalkDatabase database;
  private long fence; // 0 until we have one

  Term(EventInfo info, TalkDatabase database) {
    this.info = info;
    this.database = database;
  }

  /** Has a number thereafter; fails while PostgreSQL is away. */
  Future<Void> claim() {
    if (fence > 0) return Future.succeededFuture();
    return database
        .prepare()
        .compose(ready -> database.claim(info.event(), TalkJson.write(info)))
        .map(number -> {
          log.info("This node keeps the talks: event={} fence={}", info.event(), number);
          fence = number;
          return null;
        });
  }

  /** A transaction of ours; fails with {@link Superseded} when there is a newer owner. */
  <T> Future<T> write(Function<SqlConnection, Future<T>> work) {
    return claim().compose(claimed -> database.write(info.event(), fence, work));
  }
}
