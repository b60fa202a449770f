package afa.site;

import afa.http.Home;
import afa.http.StaticFiles;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which path leads to which page. */
final class SiteRouter {
  private static final String HTML = "text/html; charset=utf-8";

  /** Whoever reloads must see the newest, and "back" may show what was there. */
  private static final String FRESH = "no-cache";

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,14}");

  private final Home home;
  private final Pages pages;
  private final StaticFiles files;
  private final ErrorPages errors;
  private final SecurityHeaders headers;
  private final List<Section> sections;

  SiteRouter(
      Home home,
      Pages pages,
      StaticFiles files,
      ErrorPages errors,
      SecurityHeaders headers,
      List<Section> sections) {
    this.home = home;
    this.pages = pages;
    this.files = files;
    this.errors = errors;
    this.headers = headers;
    this.sections = sections;
  }

  Router build() {
    Router router = Router.router(home.vertx());
    router.route().handler(headers::add);
    router.route().handler(SiteRouter::insistOnReadableQuery);
    get(router, "/").handler(this::start);
    // Before the live page, which an event that is over has no more.
    sections.forEach(section -> section.mount(router));
    get(router, "/events/:event").handler(this::live);
    get(router, "/events/:event/wall").handler(this::wall);
    get(router, "/events/:event/stage").handler(this::stage);
    get(router, "/assets/*").handler(files::serveVersioned);
    get(router, "/css/*").handler(files::serve);
    get(router, "/js/*").handler(files::serve);
    get(router, "/img/*").handler(files::serve);
    get(router, "/vendor/*").handler(files::serve);
    get(router, "/favicon.ico")
        .handler(request -> files.send(request, "img/icon.svg", "max-age=86400"));
    router.route().failureHandler(errors::show);
    for (int status : new int[] {400, 404, 405, 500}) router.errorHandler(status, errors::show);
    return router;
  }

  private static void insistOnReadableQuery(RoutingContext request) {
    try {
      request.request().params();
    } catch (IllegalArgumentException undecodable) {
      request.response().setStatusCode(400).end("the query cannot be decoded");
      return;
    }
    request.next();
  }

  private static Route get(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private void start(RoutingContext request) {
    home.ask(pages::events)
        .onSuccess(events -> pages
            .running(events)
            .ifPresentOrElse(
                event -> redirect(request, "/events/" + event.event()),
                () -> send(request, pages.list(events).map(SiteRouter::plain))))
        .onFailure(request::fail);
  }

  private void live(RoutingContext request) {
    String event = request.pathParam("event");
    String before = request.request().getParam("before");
    if (before == null) {
      send(request, home.ask(() -> pages.live(event)));
    } else if (NUMBER.matcher(before).matches()) {
      send(request, home.ask(() -> pages.older(event, Long.parseLong(before))));
    } else {
      request.fail(400);
    }
  }

  private void wall(RoutingContext request) {
    String event = request.pathParam("event");
    send(request, home.ask(() -> pages.wall(event)));
  }

  private void stage(RoutingContext request) {
    String event = request.pathParam("event");
    home.ask(() -> pages.stage(event))
        .onSuccess(talks -> request
            .response()
            .putHeader(HttpHeaders.CACHE_CONTROL, "max-age=20")
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
            .end(Json.encode(Map.of("talks", talks))))
        .onFailure(request::fail);
  }

  private static void redirect(RoutingContext request, String path) {
    request
        .response()
        .setStatusCode(302)
        .putHeader(HttpHeaders.LOCATION, path)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end();
  }

  private static Pages.Rendered plain(Buffer html) {
    return new Pages.Rendered(html, List.of());
  }

  private void send(RoutingContext request, Future<Pages.Rendered> rendered) {
    rendered
        .onSuccess(page -> {
          headers.allow(request.response(), page.mediaOrigins());
          request
              .response()
              .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
              .putHeader(HttpHeaders.CACHE_CONTROL, FRESH)
              .end(page.html());
        })
        .onFailure(request::fail);
  }
}
