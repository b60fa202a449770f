package afa.console.programme;

import afa.message.Addresses;
import afa.message.MakeReport;
import afa.message.ReadReports;
import afa.message.ReportMade;
import afa.message.ReportsRead;
import afa.message.RevokeReport;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/** Private pages for speakers: made, listed, revoked. */
final class ReportsPage {

  /** A report on the page. */
  record Line(String id, String talk, String at, String who, boolean revoked) {
    static Line of(ReportsRead.Told told, TalkNames names, VenueClock clock) {
      return new Line(
          told.report(),
          names.title(told.talk()),
          clock.shortly(told.at()),
          told.who(),
          told.revoked());
    }
  }

  /**
   * What the page says beside the list.
   *
   * @param link address of the report that was made just now; empty when there is none
   * @param talk title of its talk
   */
  private record Said(int status, String link, String talk, List<String> problems) {}

  void show(Visit visit) {
    show(visit, new Said(200, "", "", List.of()));
  }

  void make(Visit visit) {
    String talk = visit.field("talk").strip();
    if (talk.isEmpty()) {
      show(visit, new Said(422, "", "", List.of("Talk: choose the one that the report is about.")));
      return;
    }
    TalkNames.read(visit)
        .onSuccess(names -> make(visit, talk, names.title(talk)))
        .onFailure(visit.request()::fail);
  }

  private void make(Visit visit, String talk, String title) {
    String deed = "a private report on “" + title + "” of " + visit.event();
    visit
        .call(Addresses.makeReport(visit.event()), new MakeReport(visit.event(), talk, visit.who()))
        .onSuccess(made -> {
          visit.tell("report", "Made " + deed + ".");
          show(visit, new Said(200, link(visit, made), title, List.of()));
        })
        .onFailure(failure -> visit.failed("report", "Making " + deed, failure));
  }

  private static String link(Visit visit, ReportMade made) {
    return visit.office().origin(visit.request()) + "/reports/" + made.token();
  }

  void revoke(Visit visit) {
    String event = visit.event();
    visit
        .call(
            Addresses.revokeReport(event),
            new RevokeReport(event, visit.part("report"), visit.who()))
        .onSuccess(done -> {
          visit.tell(
              "revoke", "Revoked a private report on talk " + done.talk() + " of " + event + ".");
          visit.go("/reports?revoked=1");
        })
        .onFailure(failure -> visit.failed("revoke", "Revoking a report of " + event, failure));
  }

  private static void show(Visit visit, Said said) {
    String event = visit.event();
    Future<ReportsRead> reports = visit.call(Addresses.reports(event), new ReadReports(event));
    Future<TalkNames> names = TalkNames.read(visit);
    Future.all(reports, names)
        .onSuccess(all -> visit.show(
            said.status(),
            "console-reports",
            "reports",
            Map.of(
                "reports",
                reports.result().reports().stream()
                    .map(told -> Line.of(told, names.result(), visit.clock()))
                    .toList(),
                "names",
                names.result().groups(),
                "link",
                said.link(),
                "made",
                said.talk(),
                "revoked",
                Numbers.of(visit.asked("revoked")),
                "problems",
                said.problems())))
        .onFailure(visit.request()::fail);
  }
}
