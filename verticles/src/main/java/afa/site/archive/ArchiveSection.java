package afa.site.archive;

import afa.bus.BusFailure;
import afa.bus.Shared;
import afa.http.Home;
import afa.library.EventBook;
import afa.site.Desk;
import afa.site.FeedLog;
import afa.site.Section;
import afa.site.SecurityHeaders;
import afa.site.Validated;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** The archive: all events, and of each the days, people and photos; all of one that is over. */
public final class ArchiveSection implements Section {
  private static final String HTML = "text/html; charset=utf-8";

  /** What is archived changes only where somebody takes a post away, which must not take long. */
  private static final String FOR_A_MINUTE = "max-age=60";

  private final Home home;
  private final SecurityHeaders headers;
  private final EventBook book;
  private final FeedLog feed;
  private final ArchivePages pages;
  private final Shared<String, ArchivePages.Rendered> shared =
      new Shared<>(Shared.MOMENT, System::nanoTime);

  public ArchiveSection(Desk desk, EventBook book) {
    this.home = desk.home();
    this.headers = desk.headers();
    this.book = book;
    this.feed = desk.feed();
    this.pages = new ArchivePages(desk, book);
  }

  @Override
  public void mount(Router router) {
    get(router, "/archive").handler(request -> send(request, pages::list));
    get(router, "/events/:event").handler(this::event);
    get(router, "/events/:event/days")
        .handler(request -> send(request, () -> pages.days(request.pathParam("event"))));
    get(router, "/events/:event/days/:day").handler(this::day);
    get(router, "/events/:event/people")
        .handler(request -> send(request, () -> pages.people(request.pathParam("event"))));
    get(router, "/events/:event/photos").handler(this::photos);
  }

  private static Route get(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  /** One that is over, or that nobody follows any more; the live page is for all others. */
  private void event(RoutingContext request) {
    String event = request.pathParam("event");
    home.ask(() -> isOver(event)).onComplete(told -> {
      if (told.failed() || !told.result()) {
        request.next();
        return;
      }
      sendFor(
          request, FOR_A_MINUTE, () -> pages.over(event, Place.of(request.request(), Place.END)));
    });
  }

  /** The live page must not wait for an archive that is away. */
  private Future<Boolean> isOver(String event) {
    boolean isArchived = book.lastKnown().stream()
        .anyMatch(known -> known.isArchived() && known.info().event().equals(event));
    if (isArchived) return Future.succeededFuture(true);
    return feed.event(event)
        .map(followed -> false)
        .recover(failure -> isNotFound(failure)
            ? book.event(event).map(Optional::isPresent)
            : Future.failedFuture(failure));
  }

  private static boolean isNotFound(Throwable failure) {
    return failure instanceof BusFailure told && told.kind() == BusFailure.Kind.NOT_FOUND;
  }

  private void day(RoutingContext request) {
    String event = request.pathParam("event");
    try {
      LocalDate day = LocalDate.parse(request.pathParam("day"));
      if (day.getYear() < 1 || day.getYear() > 9_998) throw new DateTimeException("no such year");
      send(request, () -> pages.day(event, day, Place.of(request.request(), Place.START)));
    } catch (DateTimeException none) {
      request.fail(404);
    }
  }

  private void photos(RoutingContext request) {
    String event = request.pathParam("event");
    send(request, () -> pages.photos(event, Place.of(request.request(), Place.START)));
  }

  private void send(RoutingContext request, Supplier<Future<ArchivePages.Rendered>> render) {
    sendFor(request, Validated.CHECK_AGAIN, render);
  }

  private void sendFor(
      RoutingContext request, String caching, Supplier<Future<ArchivePages.Rendered>> render) {
    home.ask(() -> shared.get(request.request().uri(), render))
        .onSuccess(page -> {
          headers.allow(request.response(), page.mediaOrigins());
          Validated.send(request, HTML, caching, page.html());
        })
        .onFailure(request::fail);
  }
}
