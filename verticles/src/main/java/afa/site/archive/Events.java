package afa.site.archive;

import afa.bus.BusFailure;
import afa.feed.EventInfo;
import afa.library.EventBook;
import afa.library.EventFigures;
import afa.library.Figures;
import afa.library.KnownEvent;
import afa.site.Desk;
import afa.site.FeedLog;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The events of the archive, described by those who follow them where they still do. */
final class Events {
  private final EventBook book;
  private final Figures figures;
  private final FeedLog feed;
  private final Clock clock;

  Events(Desk desk, EventBook book) {
    this.book = book;
    this.figures = new Figures(desk.library());
    this.feed = desk.feed();
    this.clock = desk.clock();
  }

  /** All, the one that began last first. */
  Future<List<EventEntry>> all() {
    return known().compose(events -> {
      List<Future<EventEntry>> entries = events.stream().map(this::entry).toList();
      return Future.all(entries)
          .map(done -> entries.stream().map(Future::result).toList());
    });
  }

  /** Fails with {@code NOT_FOUND} when the archive has no such event. */
  Future<EventEntry> one(String event) {
    return known().compose(events -> events.stream()
        .filter(known -> known.info().event().equals(event))
        .findFirst()
        .map(this::entry)
        .orElseGet(() ->
            Future.failedFuture(new BusFailure(BusFailure.Kind.NOT_FOUND, "no event " + event))));
  }

  private Future<List<KnownEvent>> known() {
    return book.events().compose(events -> running()
        .map(running -> events.stream().map(known -> described(known, running)).toList()));
  }

  private static KnownEvent described(KnownEvent known, Map<String, EventInfo> running) {
    EventInfo info = running.getOrDefault(known.info().event(), known.info());
    return new KnownEvent(info, known.firstAt(), known.lastAt(), known.archivedAt());
  }

  /** None while the store is away: the archive does without. */
  private Future<Map<String, EventInfo>> running() {
    return feed.events()
        .map(infos ->
            infos.stream().collect(Collectors.toMap(EventInfo::event, Function.identity())))
        .otherwise(Map.of());
  }

  private Future<EventEntry> entry(KnownEvent known) {
    Future<EventFigures> counted = figures.of(known.info());
    return counted.map(figures -> EventEntry.of(known, figures, clock.instant()));
  }
}
