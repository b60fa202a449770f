package afa.site.search;

import afa.bus.Shared;
import afa.http.Home;
import afa.library.EventBook;
import afa.library.Search;
import afa.site.Desk;
import afa.site.Section;
import afa.site.SecurityHeaders;
import afa.site.Validated;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The search page: each search has an address, and so a page, an Atom feed and a JSON Feed. */
public final class SearchSection implements Section {
  private static final String HTML = "text/html; charset=utf-8";

  private final Home home;
  private final SecurityHeaders headers;
  private final SearchPage page;
  private final Shared<SearchRequest, SearchPage.Rendered> pages =
      new Shared<>(Shared.MOMENT, System::nanoTime);

  public SearchSection(Desk desk, EventBook book) {
    home = desk.home();
    headers = desk.headers();
    page = new SearchPage(book, new Search(desk.library()), desk.templates(), desk.clock());
  }

  @Override
  public void mount(Router router) {
    router
        .route("/search")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(this::search);
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
}
