package afa.library.talk;

import afa.bus.BusFailure;
import afa.library.Library;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The private pages of talks, for those who gave them. */
public final class Reports {
  private static final String MAKE =
      """
      insert into reports (report, token_hash, event, talk, made_by)
      select $1, $2, event, talk, $5 from talks where event = $3 and talk = $4
      """;

  private static final String REVOKE =
      "update reports set revoked_at = now() where report = $1 and revoked_at is null";

  private static final String OPEN =
      "select event, talk from reports where token_hash = $1 and revoked_at is null";

  private static final String LIST =
      """
      select report, talk, made_at, made_by, revoked_at is not null as revoked
      from reports where event = $1 order by made_at
      """;

  private final Library library;

  public Reports(Library library) {
    this.library = library;
  }

  /**
   * A report that was made.
   *
   * @param token the only time that anybody sees it; its page is {@code /reports/{token}}
   */
  public record Made(UUID report, String token) {}

  /** Which talk a report is about. */
  public record About(String event, String talk) {}

  /** A report as organisers see it. */
  public record Entry(UUID report, String talk, Instant madeAt, String madeBy, boolean revoked) {}

  /** Fails with {@code NOT_FOUND} when there is no such talk. */
  public Future<Made> make(String event, String talk, String madeBy) {
    Made made = new Made(UUID.randomUUID(), ReportToken.fresh());
    Buffer hash = Buffer.buffer(ReportToken.hash(made.token()));
    return library
        .read(MAKE, Tuple.of(made.report(), hash, event, talk, madeBy))
        .map(done -> {
          if (done.rowCount() == 0) throw notFound();
          return made;
        });
  }

  /** Its page is gone from now on; false when it was already, or never was. */
  public Future<Boolean> revoke(UUID report) {
    return library.read(REVOKE, Tuple.of(report)).map(done -> done.rowCount() == 1);
  }

  /** What a token opens; fails with {@code NOT_FOUND} for one that was revoked or made up. */
  public Future<About> open(String token) {
    if (!ReportToken.looksLikeOne(token)) return Future.failedFuture(notFound());
    return library.read(OPEN, Tuple.of(Buffer.buffer(ReportToken.hash(token)))).map(rows -> {
      if (rows.size() == 0) throw notFound();
      Row row = rows.iterator().next();
      return new About(row.getString(0), row.getString(1));
    });
  }

  /** Those of an event, the revoked ones too. */
  public Future<List<Entry>> of(String event) {
    return library.read(LIST, Tuple.of(event)).map(rows -> {
      List<Entry> reports = new ArrayList<>();
      for (Row row : rows) {
        reports.add(new Entry(
            row.getUUID("report"),
            row.getString("talk"),
            row.getOffsetDateTime("made_at").toInstant(),
            row.getString("made_by"),
            row.getBoolean("revoked")));
      }
      return reports;
    });
  }

  private static BusFailure notFound() {
    return new BusFailure(BusFailure.Kind.NOT_FOUND, "no such report");
  }
}
