package afa.library;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Who posted at an event, as it was some seconds ago at most. Used on one event loop only. */
public final class People {
  private static final String PEOPLE =
      """
      select source, author_handle, (array_agg(author_name order by posted_at desc))[1],
        (array_agg(author_url order by posted_at desc))[1],
        (array_agg(author_avatar order by posted_at desc))[1], count(*)
      from updates
      where event = $1 and epoch = (select epoch from newest_lives where event = $1)
        and type = 'post'
      group by source, author_handle, case when author_handle is null then author_name end
      order by count(*) desc, 3, 1 limit $2
      """;

  private final Library library;

  private final Remembered<String, List<Account>> counted = new Remembered<>(System::nanoTime);

  public People(Library library) {
    this.library = library;
  }

  /**
   * An account.
   *
   * @param posts how many of its posts the archive has
   */
  public record Account(
      String source,
      @Nullable String handle,
      @Nullable String name,
      @Nullable String url,
      @Nullable String avatar,
      long posts) {}

  /** Those who posted most first. */
  public Future<List<Account>> of(String event, int limit) {
    return counted.get(event + " " + limit, () -> count(event, limit));
  }

  private Future<List<Account>> count(String event, int limit) {
    return library
        .read(PEOPLE, Tuple.of(event, limit))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(People::account).toList());
  }

  private static Account account(Row row) {
    return new Account(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5));
  }
}
