package afa.site.report;

import afa.bus.BusFailure;
import afa.bus.Shared;
import afa.library.talk.Reports;
import afa.library.talk.TalkPosts;
import afa.site.Desk;
import afa.site.Section;
import afa.site.talk.Part;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The private pages of speakers. Whoever has the address has the page: it is kept nowhere, listed
 * nowhere, and told to nobody that the page leads to.
 */
public final class ReportSection implements Section {
  /** At once; each holds a page in memory. */
  private static final int MOST_DOWNLOADS = 4;

  private final Desk desk;
  private final Reports reports;
  private final ReportPage page;
  private final TalkPosts posts;
  private final Shared<ReportAddress, ReportPage.Rendered> pages =
      new Shared<>(Shared.MOMENT, System::nanoTime);
  private final AtomicInteger downloads = new AtomicInteger();

  public ReportSection(Desk desk) {
    this.desk = desk;
    this.reports = new Reports(desk.library());
    this.page = new ReportPage(desk);
    this.posts = new TalkPosts(desk.library());
  }

  @Override
  public void mount(Router router) {
    router.route("/reports/*").handler(ReportSection::keepSecret);
    get(router, "/reports/:token", this::report);
    for (ReportFile file : ReportFile.values()) {
      get(router, "/reports/:token/" + file.file(), request -> download(request, file));
    }
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
    Optional<Part> part = Part.of(request.request());
    if (part.isEmpty()) {
      request.fail(400);
      return;
    }
    boolean isGentle = !"off".equals(request.request().getParam("gentle"));
    String path = "/reports/" + request.pathParam("token");
    opened(request, about -> {
          ReportAddress address = new ReportAddress(path, about, part.get(), isGentle);
          return pages.get(address, () -> page.render(address));
        })
        .onSuccess(rendered -> {
          desk.headers().allow(request.response(), rendered.mediaOrigins());
          request
              .response()
              .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
              .end(rendered.html());
        })
        .onFailure(request::fail);
  }

  private void download(RoutingContext request, ReportFile file) {
    if (downloads.incrementAndGet() > MOST_DOWNLOADS) {
      downloads.decrementAndGet();
      request.fail(new BusFailure(BusFailure.Kind.UNAVAILABLE, "others are downloading"));
      return;
    }
    opened(request, Future::succeededFuture)
        .compose(about -> send(request, about, file))
        .onComplete(over -> downloads.decrementAndGet())
        .onFailure(failure -> refuse(request, failure));
  }

  private Future<Void> send(RoutingContext request, Reports.About about, ReportFile file) {
    HttpServerResponse response = request.response();
    ReportDownload download = new ReportDownload(desk.home().vertx(), posts, about, file, response);
    return download.first().compose(first -> {
      response
          .putHeader(HttpHeaders.CONTENT_TYPE, file.type())
          .putHeader("Content-Disposition", "attachment; filename=\"" + file.file() + "\"");
      if (request.request().method().equals(HttpMethod.HEAD)) return response.end();
      return download.send(first);
    });
  }

  private static void refuse(RoutingContext request, Throwable failure) {
    // Whoever has half of a file must not take it for all.
    if (request.response().headWritten()) request.response().reset();
    else request.fail(failure);
  }

  private <T> Future<T> opened(RoutingContext request, Function<Reports.About, Future<T>> answer) {
    String token = request.pathParam("token");
    return desk.home().ask(() -> reports.open(token).compose(answer));
  }
}
