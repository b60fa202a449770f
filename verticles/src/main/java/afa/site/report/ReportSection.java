package afa.site.report;

import afa.feed.FeedJson;
import afa.library.talk.Reports;
import afa.library.talk.TalkPost;
import afa.site.Desk;
import afa.site.Section;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The private pages of speakers. Whoever has the address has the page: it is kept nowhere, listed
 * nowhere, and told to nobody that the page leads to.
 */
public final class ReportSection implements Section {
  private final Desk desk;
  private final Reports reports;
  private final ReportPage page;

  public ReportSection(Desk desk) {
    this.desk = desk;
    this.reports = new Reports(desk.library());
    this.page = new ReportPage(desk);
  }

  @Override
  public void mount(Router router) {
    router.route("/reports/*").handler(ReportSection::keepSecret);
    get(router, "/reports/:token", this::report);
    get(router, "/reports/:token/posts.csv", this::csv);
    get(router, "/reports/:token/posts.json", this::json);
  }

  private static void get(Router router, String path, Handler<RoutingContext> handler) {
    router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(handler);
  }

  private static void keepSecret(RoutingContext request) {
    request
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    request.next();
  }

  private void report(RoutingContext request) {
    boolean isGentle = !"off".equals(request.request().getParam("gentle"));
    String path = "/reports/" + request.pathParam("token");
    opened(request, about -> page.render(path, about, isGentle)).onSuccess(rendered -> {
      desk.headers().allow(request.response(), rendered.mediaOrigins());
      request
          .response()
          .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
          .end(rendered.html());
    });
  }

  private void csv(RoutingContext request) {
    opened(request, page::csv)
        .onSuccess(table -> download(request, "text/csv; charset=utf-8", "posts.csv", table));
  }

  private void json(RoutingContext request) {
    opened(request, page::posts)
        .onSuccess(posts -> download(request, "application/json", "posts.json", json(posts)));
  }

  private static String json(List<TalkPost> posts) {
    return posts.stream()
        .map(each -> FeedJson.encode(each.post()))
        .collect(Collectors.joining(",\n", "[", "]\n"));
  }

  private static void download(RoutingContext request, String type, String name, String content) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .end(Buffer.buffer(content));
  }

  private <T> Future<T> opened(RoutingContext request, Function<Reports.About, Future<T>> answer) {
    String token = request.pathParam("token");
    return desk.home()
        .ask(() -> reports.open(token).compose(answer))
        .onFailure(request::fail);
  }
}
