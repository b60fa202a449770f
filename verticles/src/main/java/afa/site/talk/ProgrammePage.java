package afa.site.talk;

import afa.feed.EventInfo;
import afa.library.talk.ListedTalk;
import afa.library.talk.TalkFigures;
import afa.library.talk.TalkFigures.Figures;
import afa.site.Desk;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders the programme of an event: its days, and how much was said about each talk. */
final class ProgrammePage {
  private final Desk desk;
  private final TalkFacts facts;

  ProgrammePage(Desk desk) {
    this.desk = desk;
    this.facts = new TalkFacts(desk);
  }

  /** A day with its talks, in the order in which they begin. */
  record Day(String name, List<Line> talks) {}

  /**
   * A talk of a day.
   *
   * @param isOn whether it is on now
   */
  record Line(TalkHeader talk, Figures figures, boolean isOn) {}

  Future<TalkPage.Rendered> render(String event) {
    Future<List<ListedTalk>> talks = facts.talks(event);
    Future<Map<String, Figures>> figures = new TalkFigures(desk.library()).ofAll(event);
    return facts
        .event(event)
        .compose(info -> talks.compose(all -> figures.compose(counted -> desk.templates()
            .render("programme", Map.of("event", info, "days", days(info, all, counted)))
            .map(html -> new TalkPage.Rendered(html, List.of())))));
  }

  /** What is not on the schedule any more is there as long as something was said about it. */
  private List<Day> days(EventInfo info, List<ListedTalk> talks, Map<String, Figures> figures) {
    When when = new When(ZoneId.of(info.timeZone()));
    Map<String, List<Line>> days = new LinkedHashMap<>();
    for (ListedTalk listed : talks) {
      Figures counted = figures.getOrDefault(listed.talk().id(), Figures.NONE);
      if (listed.dropped() && counted.posts() == 0) continue;
      TalkHeader header = TalkHeader.of(info.event(), listed, when);
      boolean isOn = !listed.dropped() && listed.talk().isOn(desk.clock().instant());
      days.computeIfAbsent(header.day(), first -> new ArrayList<>())
          .add(new Line(header, counted, isOn));
    }
    return days.entrySet().stream()
        .map(day -> new Day(day.getKey(), day.getValue()))
        .toList();
  }
}
