package afa.talks;

import afa.database.PgText;
import afa.message.PostName;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Where the posts of an event are, in PostgreSQL. */
final class PlacementTable {
  private static final String DELETE =
      """
      delete from placements old
      using unnest($2::text[], $3::text[]) as post (source, id)
      where old.event = $1 and old.source = post.source and old.id = post.id
      """;

  private static final String INSERT =
      """
      insert into placements (event, source, id, talk, weight, reasons, corrected)
      select $1, source, id, talk, weight, reasons::json, corrected
      from unnest($2::text[], $3::text[], $4::text[], $5::real[], $6::text[], $7::boolean[])
        as place (source, id, talk, weight, reasons, corrected)
      on conflict do nothing
      """;

  /** By post; keyset, as there may be many. */
  private static final String READ =
      """
      select source, id, array_agg(talk order by talk) as talks,
        array_agg(weight order by talk) as weights, bool_or(corrected) as corrected
      from placements where event = $1 and (source, id) > ($2, $3)
      group by source, id order by source, id limit $4
      """;

  private final TalkDatabase database;
  private final String event;

  PlacementTable(TalkDatabase database, String event) {
    this.database = database;
    this.event = event;
  }

  /** Puts what is to stand there in the place of all that stands there of these posts. */
  Future<Void> write(SqlConnection connection, Places places) {
    if (places.posts().isEmpty()) return Future.succeededFuture();
    Tuple posts = Tuple.of(event)
        .addArrayOfString(column(places.posts(), post -> PgText.column(post.source())))
        .addArrayOfString(column(places.posts(), post -> PgText.column(post.id())));
    return connection
        .preparedQuery(DELETE)
        .execute(posts)
        .compose(gone -> places.rows().isEmpty()
            ? Future.succeededFuture()
            : connection.preparedQuery(INSERT).execute(rows(places.rows())).mapEmpty());
  }

  private Tuple rows(List<Places.Row> rows) {
    return Tuple.of(event)
        .addArrayOfString(column(rows, row -> PgText.column(row.post().source())))
        .addArrayOfString(column(rows, row -> PgText.column(row.post().id())))
        .addArrayOfString(column(rows, Places.Row::talk))
        .addArrayOfFloat(rows.stream().map(Places.Row::weight).toArray(Float[]::new))
        .addArrayOfString(column(rows, Places.Row::reasons))
        .addArrayOfBoolean(rows.stream().map(Places.Row::corrected).toArray(Boolean[]::new));
  }

  private static <T> String[] column(List<T> rows, Function<T, String> part) {
    return rows.stream().map(part).toArray(String[]::new);
  }

  /** What stands there of the posts after that one, at most of so many. */
  Future<List<Places.Kept>> read(PostName after, int limit) {
    Tuple which = Tuple.of(event, after.source(), after.id(), limit);
    return database.read(READ, which).map(rows -> {
      List<Places.Kept> kept = new ArrayList<>();
      rows.forEach(row -> kept.add(kept(row)));
      return kept;
    });
  }

  private static Places.Kept kept(Row row) {
    return new Places.Kept(
        new PostName(row.getString("source"), row.getString("id")),
        Arrays.asList(row.getArrayOfStrings("talks")),
        Arrays.asList(row.getArrayOfFloats("weights")),
        row.getBoolean("corrected"));
  }
}
