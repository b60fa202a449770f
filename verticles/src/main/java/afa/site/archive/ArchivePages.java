package afa.site.archive;

import afa.feed.EventInfo;
import afa.library.EventBook;
import afa.library.EventPosts;
import afa.library.EventPosts.Span;
import afa.library.Library;
import afa.library.People;
import afa.library.Search;
import afa.site.Desk;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Renders the pages of the archive. Used on one event loop only. */
final class ArchivePages {
  private static final int PEOPLE = 200;

  private static final int DAY_POSTS = 100;

  private static final int OVER_POSTS = 50;

  /** Before and after everything that can be kept. */
  private static final Instant BEGIN = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private final Desk desk;
  private final Events events;
  private final EventPosts posts;
  private final People people;
  private final PhotoPage photos;

  ArchivePages(Desk desk, EventBook book) {
    Library library = desk.library();
    this.desk = desk;
    this.events = new Events(desk, book);
    this.posts = new EventPosts(library);
    this.people = new People(library);
    this.photos = new PhotoPage(new Search(library));
  }

  /**
   * A page as it is sent.
   *
   * @param mediaOrigins where its pictures may come from besides the web at large
   */
  record Rendered(Buffer html, List<String> mediaOrigins) {}

  /** The list of all events. */
  Future<Rendered> list() {
    return events
        .all()
        .compose(all -> desk.templates().render("archive", Map.of("events", all)))
        .map(html -> new Rendered(html, List.of()));
  }

  /** The days of an event, and what it amounts to. */
  Future<Rendered> days(String event) {
    return events.one(event).compose(entry -> render("event-days", entry, Map.of()));
  }

  /** An event that is over, in place of its live page: its newest posts, and the ways to others. */
  Future<Rendered> over(String event, Place place) {
    return events.one(event).compose(entry -> PostRun.read(
            posts,
            entry.info(),
            new Span(event, BEGIN, END),
            place,
            OVER_POSTS,
            desk.clock().instant())
        .compose(run ->
            render("event-over", entry, Map.of("run", run, "isWhole", place.at().isEmpty()))));
  }

  /** A day, from the first post to the last. */
  Future<Rendered> day(String event, LocalDate day, Place place) {
    return events.one(event).compose(entry -> PostRun.read(
            posts,
            entry.info(),
            span(entry.info(), day),
            place,
            DAY_POSTS,
            desk.clock().instant())
        .compose(run -> render("day", entry, day(entry, day, run, place))));
  }

  private static Span span(EventInfo info, LocalDate day) {
    ZoneId zone = ZoneId.of(info.timeZone());
    return new Span(
        info.event(),
        day.atStartOfDay(zone).toInstant(),
        day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static Map<String, Object> day(
      EventEntry entry, LocalDate day, PostRun run, Place place) {
    Map<String, Object> model = new HashMap<>();
    model.put("run", run);
    model.put("name", EventEntry.name(day));
    model.put("path", EventEntry.path(entry.info().event(), day));
    model.put("isWhole", place.at().isEmpty());
    return model;
  }

  /** Who posted. */
  Future<Rendered> people(String event) {
    return events.one(event).compose(entry -> people
        .of(event, PEOPLE)
        .compose(
            accounts -> render("people", entry, Map.of("people", Account.of(event, accounts)))));
  }

  /** The photos, the newest first. */
  Future<Rendered> photos(String event, Place place) {
    return events.one(event).compose(entry -> photos
        .read(entry.info(), place.at())
        .compose(model -> render("photos", entry, model)));
  }

  private Future<Rendered> render(String template, EventEntry entry, Map<String, Object> more) {
    Map<String, Object> model = new HashMap<>(more);
    model.put("entry", entry);
    model.put("event", entry.info());
    model.put("ld", EventLd.json(entry.info()));
    return desk.templates()
        .render(template, model)
        .map(html -> new Rendered(html, entry.info().mediaOrigins()));
  }
}
