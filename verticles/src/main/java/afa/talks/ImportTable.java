package afa.talks;

import afa.message.ImportsRead;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What became of an event's schedule each time it was another one, in PostgreSQL. */
final class ImportTable {
  private static final String WRITE =
      """
      insert into imports (event, at, source, digest, changes, warnings)
      values ($1, $2, $3, $4, $5::text::json, $6::text::json) on conflict do nothing
      """;

  private static final String READ =
      """
      select at, source, changes::text, warnings::text from imports
      where event = $1 order by at desc limit $2
      """;

  private static final String DIGEST =
      "select digest from imports where event = $1 order by at desc limit 1";

  /**
   * An import.
   *
   * @param source address of the schedule
   * @param digest tells two versions of it apart
   * @param changes sentences
   * @param warnings sentences
   */
  record Line(
      Instant at, String source, String digest, List<String> changes, List<String> warnings) {}

  private final TalkDatabase database;
  private final String event;

  ImportTable(TalkDatabase database, String event) {
    this.database = database;
    this.event = event;
  }

  /** Of the newest one; empty when there is none. */
  Future<String> digest() {
    return database
        .read(DIGEST, Tuple.of(event))
        .map(rows -> rows.size() == 0 ? "" : rows.iterator().next().getString(0));
  }

  Future<Void> write(SqlConnection connection, List<Line> lines) {
    return TalkDatabase.each(connection, WRITE, lines.stream().map(this::row).toList());
  }

  private Tuple row(Line line) {
    return Tuple.of(
        event,
        line.at().atOffset(ZoneOffset.UTC),
        line.source(),
        line.digest(),
        TalkJson.write(line.changes()),
        TalkJson.write(line.warnings()));
  }

  Future<List<ImportsRead.Told>> read(int limit) {
    return database.read(READ, Tuple.of(event, limit)).map(rows -> {
      List<ImportsRead.Told> told = new ArrayList<>();
      rows.forEach(row -> told.add(told(row)));
      return told;
    });
  }

  private static ImportsRead.Told told(Row row) {
    List<String> changes = TalkJson.list(row.getString("changes"), String[].class);
    List<String> warnings = TalkJson.list(row.getString("warnings"), String[].class);
    return new ImportsRead.Told(
        row.getOffsetDateTime("at").toInstant(),
        row.getString("source"),
        first(changes),
        changes.size() - first(changes).size(),
        first(warnings),
        warnings.size() - first(warnings).size());
  }

  private static List<String> first(List<String> sentences) {
    return sentences.subList(0, Math.min(ImportsRead.MOST_SENTENCES, sentences.size()));
  }
}
