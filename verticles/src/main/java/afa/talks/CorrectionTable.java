package afa.talks;

import afa.message.CorrectionsRead;
import afa.message.PostName;
import afa.placement.Correction;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What organisers corrected, in PostgreSQL. */
final class CorrectionTable {
  private static final String ADD =
      """
      insert into corrections (correction, event, made_at, made_by, posts, talks)
      values ($1, $2, $3, $4, $5::text::json, $6)
      """;

  private static final String UNDO =
      """
      update corrections set undone_at = $3, undone_by = $4
      where event = $1 and correction = $2 and undone_at is null
      """;

  private static final String COLUMNS =
      "select correction, made_at, made_by, posts::text, talks, undone_at, undone_by"
          + " from corrections where event = $1";

  private static final String ALL = COLUMNS + " order by made_at, correction";

  private static final String NEWEST = COLUMNS
      + " and ($2::timestamptz is null or made_at < $2)"
      + " order by made_at desc, correction limit $3";

  private final TalkDatabase database;
  private final String event;

  CorrectionTable(TalkDatabase database, String event) {
    this.database = database;
    this.event = event;
  }

  Future<Void> add(SqlConnection connection, Correction correction, List<PostName> posts) {
    Tuple row = Tuple.of(
            UUID.fromString(correction.id()),
            event,
            correction.at().atOffset(ZoneOffset.UTC),
            correction.who(),
            TalkJson.write(posts))
        .addArrayOfString(correction.talks().toArray(String[]::new));
    return connection.preparedQuery(ADD).execute(row).mapEmpty();
  }

  /** Whether there was one to take back. */
  Future<Boolean> undo(SqlConnection connection, UUID correction, String who, Instant now) {
    Tuple which = Tuple.of(event, correction, now.atOffset(ZoneOffset.UTC), who);
    return connection.preparedQuery(UNDO).execute(which).map(done -> done.rowCount() == 1);
  }

  /** All of them, the oldest first. */
  Future<List<Correction>> all() {
    return database.read(ALL, Tuple.of(event)).map(rows -> {
      List<Correction> all = new ArrayList<>();
      rows.forEach(row -> all.add(correction(row)));
      return all;
    });
  }

  private static Correction correction(Row row) {
    return new Correction(
        row.getUUID("correction").toString(),
        row.getOffsetDateTime("made_at").toInstant(),
        row.getString("made_by"),
        posts(row).stream().map(PostName::identity).collect(Collectors.toSet()),
        Arrays.asList(row.getArrayOfStrings("talks")),
        row.getOffsetDateTime("undone_at") != null);
  }

  private static List<PostName> posts(Row row) {
    return TalkJson.list(row.getString("posts"), PostName[].class);
  }

  Future<CorrectionsRead> read(@Nullable Instant before, int limit) {
    OffsetDateTime until = before == null ? null : before.atOffset(ZoneOffset.UTC);
    return database.read(NEWEST, Tuple.of(event, until, limit)).map(rows -> {
      List<CorrectionsRead.Told> told = new ArrayList<>();
      rows.forEach(row -> told.add(told(row)));
      return new CorrectionsRead(told);
    });
  }

  private static CorrectionsRead.Told told(Row row) {
    List<PostName> posts = posts(row);
    OffsetDateTime undone = row.getOffsetDateTime("undone_at");
    return new CorrectionsRead.Told(
        row.getUUID("correction").toString(),
        row.getOffsetDateTime("made_at").toInstant(),
        row.getString("made_by"),
        posts.size(),
        posts.subList(0, Math.min(CorrectionsRead.MOST_NAMED, posts.size())),
        Arrays.asList(row.getArrayOfStrings("talks")),
        undone == null ? null : undone.toInstant(),
        row.getString("undone_by"));
  }
}
