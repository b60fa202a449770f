package afa.library;

import afa.bus.BusFailure;
import afa.feed.FeedJson;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads what exports are made of, a page at a time: no question stays open between two pages. */
public final class ExportReader {
  private static final String EVENT =
      """
      select event, coalesce(epoch, '') as epoch, info::text as info
      from events left join newest_lives using (event) where event = $1
      """;

  private static final String TALK =
      "select talk, title, starts_at, ends_at, room from talks where event = $1 and talk = $2";

  private static final String POST =
      """
      select u.n, u.body::text, array(select p.talk from placements p
        where p.event = u.event and p.source = u.source and p.id = u.id order by 1) as talks
      from updates u where u.event = $1 and u.epoch = $2 and u.type = 'post'
      """;

  private static final String OF_TALK =
      """
       and exists (select 1 from placements p where p.event = u.event
        and p.source = u.source and p.id = u.id and p.talk = $5)
      """;

  private static final String AFTER = " and u.n > $3 order by u.n limit $4";
  private static final String BEFORE = " and u.n < $3 order by u.n desc limit $4";
  private static final String BETWEEN =
      " and u.posted_at >= $3 and u.posted_at < $4 order by u.posted_at, u.n limit $6";

  private final Library library;

  public ExportReader(Library library) {
    this.library = library;
  }

  /**
   * Which posts.
   *
   * @param epoch the life of the log that is read
   * @param talk absent: those of the whole event
   */
  public record Scope(String event, String epoch, @Nullable String talk) {}

  /** Fails with {@code NOT_FOUND} where the archive has no such event. */
  public Future<ExportedEvent> event(String event) {
    return library
        .read(EVENT, Tuple.of(event))
        .map(rows -> only(rows, "event " + event))
        .map(row -> new ExportedEvent(
            row.getString("event"),
            row.getString("epoch"),
            FeedJson.eventInfo(row.getString("info")).orElse(null)));
  }

  /** Fails with {@code NOT_FOUND} where there never was such a talk. */
  public Future<ExportedTalk> talk(String event, String talk) {
    return library
        .read(TALK, Tuple.of(event, talk))
        .map(rows -> only(rows, "talk " + talk))
        .map(row -> new ExportedTalk(
            row.getString("talk"),
            row.getString("title"),
            row.getOffsetDateTime("starts_at").toInstant(),
            row.getOffsetDateTime("ends_at").toInstant(),
            row.getString("room")));
  }

  /** The posts that follow number {@code since}, in the order of arrival. */
  public Future<List<ExportedPost>> after(Scope scope, long since, int limit) {
    return posts(scope, AFTER, Tuple.of(scope.event(), scope.epoch(), since, limit));
  }

  /** Those below number {@code before}, the newest first. */
  public Future<List<ExportedPost>> before(Scope scope, long before, int limit) {
    return posts(scope, BEFORE, Tuple.of(scope.event(), scope.epoch(), before, limit));
  }

  /** Those of a talk that were posted in that time, by the time they were posted. */
  public Future<List<ExportedPost>> between(Scope scope, Instant from, Instant to, int limit) {
    Tuple which = Tuple.of(
        scope.event(),
        scope.epoch(),
        from.atOffset(ZoneOffset.UTC),
        to.atOffset(ZoneOffset.UTC),
        scope.talk(),
        limit);
    return library.read(POST + OF_TALK + BETWEEN, which).map(ExportReader::posts);
  }

  private Future<List<ExportedPost>> posts(Scope scope, String part, Tuple which) {
    boolean ofTalk = scope.talk() != null;
    if (ofTalk) which.addString(scope.talk());
    return library.read(POST + (ofTalk ? OF_TALK : "") + part, which).map(ExportReader::posts);
  }

  private static List<ExportedPost> posts(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new ExportedPost(
            row.getLong(0), row.getString(1), List.of(row.getArrayOfStrings("talks"))))
        .toList();
  }

  private static Row only(RowSet<Row> rows, String what) {
    if (rows.size() == 0) throw new BusFailure(BusFailure.Kind.NOT_FOUND, "no " + what);
    return rows.iterator().next();
  }
}
