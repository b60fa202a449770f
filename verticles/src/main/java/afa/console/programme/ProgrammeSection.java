package afa.console.programme;

import afa.bus.BusFailure;
import afa.console.Office;
import afa.feed.EventInfo;
import afa.message.Addresses;
import afa.message.EventList;
import afa.message.ListEvents;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.function.Consumer;

/** Where the pages below {@code /console/events} are. Whoever gets here was let on by the guard. */
public final class ProgrammeSection {
  private static final String EVENT = "/console/events/:event";

  private final Office office;

  public ProgrammeSection(Office office) {
    this.office = office;
  }

  public void mount(Router router) {
    SchedulePage schedule = new SchedulePage();
    TalkPage talk = new TalkPage();
    PostsPage posts = new PostsPage();
    ReportsPage reports = new ReportsPage();
    router.get("/console/events").handler(this::events);
    router.get(EVENT + "/schedule").handler(visit(schedule::show));
    router.get(EVENT + "/schedule/:talk").handler(visit(talk::show));
    router.post(EVENT + "/schedule/:talk").handler(visit(talk::save));
    router.get(EVENT + "/posts").handler(visit(posts::show));
    router.post(EVENT + "/posts").handler(visit(posts::move));
    router.post(EVENT + "/corrections/:correction/undo").handler(visit(posts::undo));
    router.get(EVENT + "/reports").handler(visit(reports::show));
    router.post(EVENT + "/reports").handler(visit(reports::make));
    router.post(EVENT + "/reports/:report/revoke").handler(visit(reports::revoke));
  }

  private void events(RoutingContext request) {
    list()
        .onSuccess(
            list -> office.show(request, 200, "console-events", Map.of("events", list.events())))
        .onFailure(request::fail);
  }

  private Handler<RoutingContext> visit(Consumer<Visit> page) {
    return request -> event(request.pathParam("event"))
        .onSuccess(info -> page.accept(new Visit(office, request, info)))
        .onFailure(request::fail);
  }

  private Future<EventInfo> event(String id) {
    return list().compose(list -> list.events().stream()
        .filter(info -> info.event().equals(id))
        .findFirst()
        .map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(
            new BusFailure(BusFailure.Kind.NOT_FOUND, "no event " + id + " is followed"))));
  }

  private Future<EventList> list() {
    return Addresses.EVENTS.call(office.bus(), new ListEvents());
  }
}
