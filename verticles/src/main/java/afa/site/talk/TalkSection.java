package afa.site.talk;

import afa.bus.Shared;
import afa.site.Desk;
import afa.site.Section;
import afa.site.Validated;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What was said about talks: the programme, one talk, all compared. */
public final class TalkSection implements Section {
  private static final String HTML = "text/html; charset=utf-8";

  /** All talks of an event take a while to count; nobody compares them by the second. */
  private static final Duration A_WHILE = Duration.ofSeconds(5);

  private final Desk desk;
  private final TalkPage page;
  private final ProgrammePage programme;
  private final ComparePage comparison;
  private final Shared<TalkAddress, TalkPage.Rendered> talks =
      new Shared<>(Shared.MOMENT, System::nanoTime);
  private final Shared<List<String>, TalkPage.Rendered> tables =
      new Shared<>(A_WHILE, System::nanoTime);

  public TalkSection(Desk desk) {
    this.desk = desk;
    this.page = new TalkPage(desk);
    this.programme = new ProgrammePage(desk);
    this.comparison = new ComparePage(desk);
  }

  @Override
  public void mount(Router router) {
    get(router, "/events/:event/talks").handler(this::programme);
    get(router, "/events/:event/talks/:talk").handler(this::talk);
    get(router, "/events/:event/compare").handler(this::compare);
  }

  private static Route get(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private void talk(RoutingContext request) {
    TalkAddress.of(request)
        .ifPresentOrElse(
            address -> answer(request, () -> talks.get(address, () -> page.render(address))),
            () -> request.fail(400));
  }

  private void programme(RoutingContext request) {
    String event = request.pathParam("event");
    answer(request, () -> tables.get(List.of("programme", event), () -> programme.render(event)));
  }

  private void compare(RoutingContext request) {
    String event = request.pathParam("event");
    CompareOrder.of(request.request().getParam("sort"))
        .ifPresentOrElse(
            order -> answer(
                request,
                () -> tables.get(
                    List.of("compare", event, order.word()),
                    () -> comparison.render(event, order))),
            () -> request.fail(400));
  }

  private void answer(RoutingContext request, Supplier<Future<TalkPage.Rendered>> rendered) {
    desk.home()
        .ask(rendered)
        .onSuccess(page -> {
          desk.headers().allow(request.response(), page.mediaOrigins());
          Validated.send(request, HTML, Validated.CHECK_AGAIN, page.html());
        })
        .onFailure(request::fail);
  }
}
