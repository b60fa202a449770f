package afa.site.search;

import afa.bus.BusFailure;
import afa.bus.Shared;
import afa.http.Home;
import afa.http.Problem;
import afa.library.EventBook;
import afa.library.Search;
import afa.library.TooSlow;
import afa.site.Desk;
import afa.site.OwnAddress;
import afa.site.Section;
import afa.site.SecurityHeaders;
import afa.site.Validated;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The search page: each search has an address, and so a page, an Atom feed and a JSON Feed. */
public final class SearchSection implements Section {
  private static final String HTML = "text/html; charset=utf-8";

  private static final long RETRY_SECONDS = 5;

  private final Home home;
  private final SecurityHeaders headers;
  private final SearchPage page;
  private final SearchFeeds feeds;
  private final Shared<SearchRequest, SearchPage.Rendered> pages =
      new Shared<>(Shared.MOMENT, System::nanoTime);

  public SearchSection(Desk desk, EventBook book) {
    home = desk.home();
    headers = desk.headers();
    page = new SearchPage(book, new Search(desk.library()), desk.templates(), desk.clock());
    feeds = new SearchFeeds(page);
  }

  @Override
  public void mount(Router router) {
    get(router, "/search").handler(this::search);
    for (SearchFeeds.Language language : SearchFeeds.Language.values()) {
      get(router, language.path()).handler(request -> feed(request, language));
    }
  }

  private static Route get(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private void search(RoutingContext request) {
    SearchRequest asked = SearchRequest.of(request.request());
    home.ask(() -> pages.get(asked, () -> page.render(asked)))
        .onSuccess(rendered -> {
          headers.allow(request.response(), rendered.mediaOrigins());
          request.response().putHeader("X-Robots-Tag", "noindex");
          Validated.send(request, HTML, Validated.CHECK_AGAIN, rendered.html());
        })
        .onFailure(request::fail);
  }

  private void feed(RoutingContext request, SearchFeeds.Language language) {
    SearchRequest asked = SearchRequest.of(request.request());
    String root = OwnAddress.root(request.request());
    home.ask(() -> feeds.write(asked, language, root))
        .onSuccess(feed -> {
          request
              .response()
              .putHeader("X-Robots-Tag", "noindex")
              .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
          Validated.send(request, language.type(), Validated.CHECK_AGAIN, Buffer.buffer(feed));
        })
        .onFailure(failure -> refuse(request, failure));
  }

  private static void refuse(RoutingContext request, Throwable failure) {
    boolean isAway =
        failure instanceof BusFailure told && told.kind() == BusFailure.Kind.UNAVAILABLE;
    if (isAway || failure instanceof TooSlow) {
      Problem.unavailable("The archive cannot answer now; try again")
          .send(request.response(), RETRY_SECONDS);
    } else {
      request.fail(failure);
    }
  }
}
