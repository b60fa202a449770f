package afa.talks;

import afa.database.PgText;
import afa.schedule.Person;
import afa.schedule.Talk;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The talks of an event in PostgreSQL. */
final class TalkTable {
  private static final String READ =
      """
      select talk, keys, title, starts_at, ends_at, room, track, type, lang, summary, url, hashtags,
        speakers::text, cancelled, dropped, edited, changed_at, changed_by, imported::text
      from talks where event = $1 order by starts_at, talk
      """;

  private static final String WRITE =
      """
      insert into talks (event, talk, keys, title, starts_at, ends_at, room, track, type, lang,
        summary, url, hashtags, speakers, cancelled, dropped, edited, changed_at, changed_by,
        imported)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::text::json, $15, $16,
        $17, $18, $19, $20::text::json)
      on conflict (event, talk) do update set keys = excluded.keys, title = excluded.title,
        starts_at = excluded.starts_at, ends_at = excluded.ends_at, room = excluded.room,
        track = excluded.track, type = excluded.type, lang = excluded.lang,
        summary = excluded.summary, url = excluded.url, hashtags = excluded.hashtags,
        speakers = excluded.speakers, cancelled = excluded.cancelled, dropped = excluded.dropped,
        edited = excluded.edited, changed_at = excluded.changed_at,
        changed_by = excluded.changed_by, imported = excluded.imported
      """;

  private final TalkDatabase database;
  private final String event;

  TalkTable(TalkDatabase database, String event) {
    this.database = database;
    this.event = event;
  }

  Future<KnownTalks> read(ZoneId zone) {
    return database.read(READ, Tuple.of(event)).map(rows -> known(zone, rows));
  }

  private static KnownTalks known(ZoneId zone, RowSet<Row> rows) {
    List<KnownTalk> talks = new ArrayList<>();
    rows.forEach(row -> talks.add(known(row)));
    return new KnownTalks(zone, talks);
  }

  private static KnownTalk known(Row row) {
    Talk talk = talk(row);
    String imported = row.getString("imported");
    Set<Part> edited = EnumSet.noneOf(Part.class);
    for (String column : texts(row, "edited")) Part.of(column).ifPresent(edited::add);
    return new KnownTalk(
        talk,
        imported == null ? talk : TalkJson.read(imported, Talk.class),
        edited,
        row.getBoolean("dropped"),
        instant(row, "changed_at"),
        row.getString("changed_by"));
  }

  private static Talk talk(Row row) {
    return new Talk(
        row.getString("talk"),
        texts(row, "keys"),
        row.getString("title"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getString("room"),
        row.getString("track"),
        row.getString("type"),
        row.getString("lang"),
        TalkJson.list(row.getString("speakers"), Person[].class),
        row.getString("summary"),
        row.getString("url"),
        texts(row, "hashtags"),
        row.getBoolean("cancelled"));
  }

  private static List<String> texts(Row row, String column) {
    return Arrays.asList(row.getArrayOfStrings(column));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  Future<Void> write(SqlConnection connection, Collection<KnownTalk> talks) {
    return TalkDatabase.each(connection, WRITE, talks.stream().map(this::row).toList());
  }

  private Tuple row(KnownTalk known) {
    Talk talk = known.talk();
    return Tuple.of(event, talk.id())
        .addArrayOfString(texts(talk.keys()))
        .addString(PgText.column(talk.title()))
        .addOffsetDateTime(talk.start().atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(talk.end().atOffset(ZoneOffset.UTC))
        .addString(PgText.column(talk.room()))
        .addString(PgText.column(talk.track()))
        .addString(PgText.column(talk.type()))
        .addString(PgText.column(talk.language()))
        .addString(PgText.column(talk.summary()))
        .addString(column(talk.url()))
        .addArrayOfString(texts(talk.hashtags()))
        .addString(TalkJson.write(talk.speakers()))
        .addBoolean(talk.cancelled())
        .addBoolean(known.dropped())
        .addArrayOfString(known.edited().stream().map(part -> part.column).toArray(String[]::new))
        .addOffsetDateTime(known.changedAt().atOffset(ZoneOffset.UTC))
        .addString(PgText.column(known.changedBy()))
        .addString(known.imported().equals(talk) ? null : TalkJson.write(known.imported()));
  }

  private static @Nullable String column(@Nullable String text) {
    return text == null ? null : PgText.column(text);
  }

  private static String[] texts(List<String> texts) {
    return texts.stream().map(PgText::column).toArray(String[]::new);
  }
}
