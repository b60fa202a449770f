package afa.site.talk;

import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.library.talk.ListedTalk;
import afa.library.talk.TalkCoverage;
import afa.library.talk.TalkFigures;
import afa.library.talk.TalkFigures.Figures;
import afa.library.talk.TalkLinks;
import afa.library.talk.TalkQuestions;
import afa.library.talk.TalkRhythm;
import afa.site.Desk;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Renders the table in which organisers compare talks. */
final class ComparePage {
  private static final Duration AROUND = Duration.ofHours(1);

  private final Desk desk;
  private final TalkFacts facts;

  ComparePage(Desk desk) {
    this.desk = desk;
    this.facts = new TalkFacts(desk);
  }

  /** All that was counted, by talk. */
  private record Counted(
      Map<String, Figures> figures,
      Map<String, Long> questions,
      Map<String, Long> links,
      Map<String, NavigableMap<Instant, Long>> minutes,
      Map<String, Coverage> claims) {}

  Future<TalkPage.Rendered> render(String event, CompareOrder order) {
    return facts.event(event).compose(info -> facts
        .talks(event)
        .compose(talks -> counted(event, talks).compose(counted -> desk.templates()
            .renderAside("compare", () -> model(info, talks, counted, order))
            .map(html -> new TalkPage.Rendered(html, List.of())))));
  }

  /** A plot for each talk: far too much for an event loop. */
  private Map<String, Object> model(
      EventInfo info, List<ListedTalk> talks, Counted counted, CompareOrder order) {
    List<ListedTalk> compared = talks.stream().filter(CompareRow::isOfInterest).toList();
    Map<String, Object> model = new HashMap<>();
    model.put("event", info);
    model.put("rows", order.sorted(rows(info, compared, counted)));
    model.put("order", order);
    model.put("orders", CompareOrder.values());
    return model;
  }

  private Future<Counted> counted(String event, List<ListedTalk> talks) {
    Future<Map<String, Figures>> figures = new TalkFigures(desk.library()).ofAll(event);
    Future<Map<String, Long>> questions = new TalkQuestions(desk.library()).counts(event);
    Future<Map<String, Long>> links = new TalkLinks(desk.library()).counts(event);
    Future<Map<String, NavigableMap<Instant, Long>>> minutes =
        new TalkRhythm(desk.library()).ofAll(event);
    Future<Map<String, Coverage>> claims = claims(event, talks);
    return Future.all(figures, questions, links, minutes, claims)
        .map(all -> new Counted(
            figures.result(),
            questions.result(),
            links.result(),
            minutes.result(),
            claims.result()));
  }

  private Future<Map<String, Coverage>> claims(String event, List<ListedTalk> talks) {
    if (talks.isEmpty()) return Future.succeededFuture(Map.of());
    Instant from =
        talks.stream().map(each -> each.talk().start()).min(Instant::compareTo).orElseThrow();
    Instant to =
        talks.stream().map(each -> each.talk().end()).max(Instant::compareTo).orElseThrow();
    return new TalkCoverage(desk.library()).of(event, from.minus(AROUND), to.plus(AROUND));
  }

  private List<CompareRow> rows(EventInfo info, List<ListedTalk> talks, Counted counted) {
    When when = new When(ZoneId.of(info.timeZone()));
    List<Plot.Facts> facts = talks.stream()
        .map(listed -> new Plot.Facts(
            listed.talk(),
            counted.minutes().getOrDefault(listed.talk().id(), new TreeMap<>()),
            counted.claims(),
            desk.clock().instant(),
            when))
        .toList();
    long most = facts.stream().mapToLong(each -> Plot.of(each).most()).max().orElse(0);
    return IntStream.range(0, talks.size())
        .mapToObj(i -> row(info, talks.get(i), Plot.of(facts.get(i), most), counted, when))
        .toList();
  }

  private CompareRow row(EventInfo info, ListedTalk listed, Plot plot, Counted counted, When when) {
    String talk = listed.talk().id();
    Figures figures = counted.figures().getOrDefault(talk, Figures.NONE);
    return new CompareRow(
        TalkHeader.of(info.event(), listed, when),
        when.shortly(listed.talk().start()),
        figures.posts(),
        figures.people(),
        figures.photos(),
        counted.questions().getOrDefault(talk, 0L),
        counted.links().getOrDefault(talk, 0L),
        !desk.clock().instant().isBefore(listed.talk().start()),
        plot);
  }
}
