package afa.console.programme;

import afa.bus.BusFailure;
import afa.bus.Service;
import afa.console.Office;
import afa.feed.EventInfo;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page of an event that somebody asks for, or something to be done there. */
record Visit(Office office, RoutingContext request, EventInfo info) {
  String event() {
    return info.event();
  }

  VenueClock clock() {
    return new VenueClock(ZoneId.of(info.timeZone()));
  }

  String who() {
    return office.who(request);
  }

  /** A part of the address such as {@code :talk}. */
  String part(String name) {
    return request.pathParam(name);
  }

  /** What follows the question mark; empty when it is not there. */
  String asked(String name) {
    String value = request.queryParams().get(name);
    return value == null ? "" : value.strip();
  }

  /** What a form says; empty when it does not. */
  String field(String name) {
    String value = request.request().getFormAttribute(name);
    return value == null ? "" : value;
  }

  List<String> fields(String name) {
    return request.request().formAttributes().getAll(name).stream()
        .filter(value -> !value.isBlank())
        .distinct()
        .toList();
  }

  <Q extends Record, R extends Record> Future<R> call(Service<Q, R> service, Q question) {
    return service
        .call(office.bus(), question)
        .recover(failure -> Future.failedFuture(
            failure instanceof BusFailure bus && bus.isUnheard() ? keptByNobody() : failure));
  }

  private BusFailure keptByNobody() {
    return new BusFailure(
        BusFailure.Kind.UNAVAILABLE,
        "no node keeps the talks of " + info.name()
            + " now. One with the role archive does that was started with the file of this event;"
            + " after a start it takes some seconds");
  }

  /**
   * Sends a page of the event.
   *
   * @param page which of the event's pages, for the navigation
   */
  void show(int status, String template, String page, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("event", info);
    all.put("base", base());
    all.put("page", page);
    office.show(request, status, template, all);
  }

  /** Sends the browser on to another page of the event, such as {@code /posts}. */
  void go(String path) {
    office.go(request, base() + path);
  }

  void tell(String kind, String sentence) {
    office.tell(request, kind, false, sentence);
  }

  /** Writes down what was wanted and did not come about, and tells whoever wanted it. */
  void failed(String kind, String wanted, Throwable failure) {
    office.tell(request, kind, true, wanted + " failed: " + failure.getMessage() + ".");
    request.fail(failure);
  }

  private String base() {
    return "/console/events/" + info.event();
  }
}
