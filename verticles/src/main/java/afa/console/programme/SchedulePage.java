package afa.console.programme;

import afa.message.Addresses;
import afa.message.ImportsRead;
import afa.message.ProgrammeRead;
import afa.message.ReadImports;
import afa.message.ReadProgramme;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All talks of an event by day, and what became of its schedule lately. */
final class SchedulePage {
  private static final int IMPORTS = 5;

  record Day(String name, List<Line> talks) {}

  /**
   * A talk of a day.
   *
   * @param edited labels of what a person has set
   */
  record Line(
      String id,
      String from,
      String to,
      String title,
      String room,
      String speakers,
      List<String> edited,
      boolean dropped,
      boolean cancelled,
      String changedBy) {
    static Line of(ProgrammeRead.Line talk, VenueClock clock) {
      return new Line(
          talk.talk(),
          clock.time(talk.start()),
          clock.time(talk.end()),
          talk.title(),
          talk.room(),
          String.join(", ", talk.speakers()),
          Field.labels(talk.edited()),
          talk.dropped(),
          talk.cancelled(),
          talk.changedBy());
    }
  }

  /** A version of the schedule; of its sentences the first, and how many there are. */
  record Imported(
      String at,
      String source,
      List<String> changes,
      int changeCount,
      List<String> warnings,
      int warningCount) {
    static Imported of(ImportsRead.Told told, VenueClock clock) {
      return new Imported(
          clock.shortly(told.at()),
          told.source(),
          told.changes(),
          told.changes().size() + told.moreChanges(),
          told.warnings(),
          told.warnings().size() + told.moreWarnings());
    }
  }

  void show(Visit visit) {
    Future<ProgrammeRead> talks =
        visit.call(Addresses.programme(visit.event()), new ReadProgramme(visit.event()));
    // The talks are in memory, the imports in PostgreSQL: while that is away, the rest is shown.
    Future<ImportsRead> imports = visit
        .call(Addresses.imports(visit.event()), new ReadImports(visit.event(), IMPORTS))
        .otherwise(away -> new ImportsRead(List.of(), "They cannot be read: " + away.getMessage()));
    talks
        .compose(read -> imports.onSuccess(told -> render(visit, read, told)))
        .onFailure(visit.request()::fail);
  }

  private static void render(Visit visit, ProgrammeRead talks, ImportsRead imports) {
    Map<String, Object> model = new HashMap<>();
    model.put("days", days(talks.talks(), visit.clock()));
    model.put(
        "imports",
        imports.imports().stream().map(told -> Imported.of(told, visit.clock())).toList());
    model.put("trouble", imports.trouble() == null ? "" : imports.trouble());
    model.put("saved", saved(visit, talks));
    model.put("placed", Numbers.of(visit.asked("placed")));
    visit.show(200, "console-schedule", "schedule", model);
  }

  /** Title of what was stored just now; empty when nothing was. */
  private static String saved(Visit visit, ProgrammeRead talks) {
    return talks.talks().stream()
        .filter(talk -> talk.talk().equals(visit.asked("saved")))
        .map(ProgrammeRead.Line::title)
        .findFirst()
        .orElse("");
  }

  private static List<Day> days(List<ProgrammeRead.Line> talks, VenueClock clock) {
    Map<String, List<Line>> days = new LinkedHashMap<>();
    for (ProgrammeRead.Line talk : talks) {
      days.computeIfAbsent(clock.day(talk.start()), first -> new ArrayList<>())
          .add(Line.of(talk, clock));
    }
    return days.entrySet().stream()
        .map(day -> new Day(day.getKey(), day.getValue()))
        .toList();
  }
}
