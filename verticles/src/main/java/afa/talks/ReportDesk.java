package afa.talks;

import afa.bus.BusFailure;
import afa.library.talk.Reports;
import afa.message.MakeReport;
import afa.message.ReadReports;
import afa.message.ReportMade;
import afa.message.ReportRevoked;
import afa.message.ReportsRead;
import afa.message.RevokeReport;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes and revokes the private pages of an event's talks, for consoles without PostgreSQL. */
final class ReportDesk {
  private final String event;
  private final Reports reports;

  ReportDesk(String event, Reports reports) {
    this.event = event;
    this.reports = reports;
  }

  Future<ReportMade> make(MakeReport wish) {
    return reports
        .make(event, wish.talk(), wish.who())
        .map(made -> new ReportMade(made.report().toString(), made.token()));
  }

  Future<ReportsRead> read(ReadReports request) {
    return reports.of(event).map(entries -> {
      List<ReportsRead.Told> told = new ArrayList<>();
      entries.forEach(entry -> told.add(told(entry)));
      Collections.reverse(told);
      return new ReportsRead(told);
    });
  }

  private static ReportsRead.Told told(Reports.Entry entry) {
    return new ReportsRead.Told(
        entry.report().toString(), entry.talk(), entry.madeAt(), entry.madeBy(), entry.revoked());
  }

  /** Only those of this event. */
  Future<ReportRevoked> revoke(RevokeReport wish) {
    return reports.of(event).compose(entries -> entries.stream()
        .filter(entry -> entry.report().toString().equals(wish.report()))
        .findFirst()
        .map(this::revoke)
        .orElseGet(() -> none(wish.report())));
  }

  private Future<ReportRevoked> revoke(Reports.Entry entry) {
    String id = entry.report().toString();
    return reports
        .revoke(entry.report())
        .compose(
            done -> done ? Future.succeededFuture(new ReportRevoked(id, entry.talk())) : none(id));
  }

  private static Future<ReportRevoked> none(String report) {
    return Future.failedFuture(
        new BusFailure(BusFailure.Kind.NOT_FOUND, "no report " + report + " to revoke"));
  }
}
