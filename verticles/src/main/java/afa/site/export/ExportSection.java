package afa.site.export;

import afa.bus.BusFailure;
import afa.export.CsvTable;
import afa.export.JsonLines;
import afa.export.Subtitles;
import afa.export.Table;
import afa.http.Problem;
import afa.library.ExportReader;
import afa.library.ExportReader.Scope;
import afa.site.Desk;
import afa.site.Section;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files, feeds and subtitles of an event and of each talk. */
public final class ExportSection implements Section {
  private static final Logger log = LoggerFactory.getLogger(ExportSection.class);

  /** More at once would leave no connection of PostgreSQL to those who read pages. */
  private static final int MOST_DOWNLOADS = 8;

  private static final long RETRY_SECONDS = 5;

  private final Desk desk;
  private final ExportReader reader;
  private final Feeds feeds;
  private final AtomicInteger downloads = new AtomicInteger();

  public ExportSection(Desk desk) {
    this.desk = desk;
    this.reader = new ExportReader(desk.library());
    this.feeds = new Feeds(reader);
  }

  @Override
  public void mount(Router router) {
    for (String place : List.of("/events/:event", "/events/:event/talks/:talk")) {
      for (Table table : List.of(new JsonLines(), new CsvTable())) {
        get(router, place + "/export." + table.extension(), request -> download(request, table));
      }
      for (Feeds.Language language : Feeds.Language.values()) {
        get(router, place + "/feed." + language.extension(), request -> feed(request, language));
      }
    }
    for (Subtitles language : Subtitles.values()) {
      String file = "/events/:event/talks/:talk/subtitles." + language.extension();
      get(router, file, request -> subtitles(request, language));
    }
  }

  private interface Answer {
    Future<Void> to(RoutingContext request);
  }

  private static void get(Router router, String path, Answer answer) {
    router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(request -> {
      request.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
      Future.<Void>succeededFuture()
          .compose(begin -> answer.to(request)) // which may throw
          .onFailure(failure -> refuse(request, failure));
    });
  }

  private Future<Void> download(RoutingContext request, Table table) {
    if (downloads.incrementAndGet() > MOST_DOWNLOADS) {
      downloads.decrementAndGet();
      return Future.failedFuture(
          new BusFailure(BusFailure.Kind.UNAVAILABLE, "others are downloading"));
    }
    return scope(request)
        .compose(scope -> download(request, scope, table))
        .onComplete(over -> downloads.decrementAndGet());
  }

  private Future<Void> download(RoutingContext request, Scope scope, Table table) {
    HttpServerResponse response = request.response();
    Download download = new Download(desk.home().vertx(), reader, scope, table, response);
    return download.first().compose(first -> {
      String name = scope.talk() == null ? scope.event() : scope.event() + "-" + scope.talk();
      response
          .putHeader(HttpHeaders.CONTENT_TYPE, table.type())
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
          .putHeader("Content-Disposition", attachment(name + "." + table.extension()));
      if (request.request().method().equals(HttpMethod.HEAD)) return response.end();
      return download.send(first);
    });
  }

  private Future<Scope> scope(RoutingContext request) {
    String talk = request.pathParam("talk");
    return reader.event(request.pathParam("event")).compose(event -> {
      Scope scope = new Scope(event.event(), event.epoch(), talk);
      return talk == null
          ? Future.succeededFuture(scope)
          : reader.talk(event.event(), talk).map(known -> scope);
    });
  }

  private Future<Void> feed(RoutingContext request, Feeds.Language language) {
    return feeds.write(FeedRequest.of(request), language).compose(page -> page.send(request));
  }

  private Future<Void> subtitles(RoutingContext request, Subtitles language) {
    String event = request.pathParam("event");
    String talk = request.pathParam("talk");
    @Nullable String start = request.request().getParam("start");
    return new Conversation(reader)
        .cues(event, talk, start)
        .map(cues -> new Page(language.type(), language.write(cues), null))
        .compose(page -> {
          String name = event + "-" + talk + "." + language.extension();
          request.response().putHeader("Content-Disposition", attachment(name));
          return page.send(request);
        });
  }

  private static String attachment(String name) {
    return "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + '"';
  }

  private static void refuse(RoutingContext request, Throwable failure) {
    HttpServerResponse response = request.response();
    if (response.headWritten()) {
      log.debug("A download broke: path={}", request.normalizedPath(), failure);
      response.reset(); // whoever has half of a file must not take it for all
      return;
    }
    response.headers().remove("Content-Disposition");
    problem(request, failure);
  }

  private static void problem(RoutingContext request, Throwable failure) {
    String reason = String.valueOf(failure.getMessage());
    BusFailure.Kind kind =
        failure instanceof BusFailure told ? told.kind() : BusFailure.Kind.INTERNAL;
    switch (kind) {
      case NOT_FOUND -> Problem.notFound(reason).send(request.response());
      case INVALID -> Problem.badRequest(reason).send(request.response());
      case UNAVAILABLE ->
        Problem.unavailable("The archive cannot be asked now; try again")
            .send(request.response(), RETRY_SECONDS);
      case SUPERSEDED, INTERNAL -> request.fail(failure);
    }
  }
}
