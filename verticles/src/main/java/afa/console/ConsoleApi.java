package afa.console;

import afa.http.Home;
import afa.http.Problem;
import afa.message.Addresses;
import afa.message.CommandVerticle.Action;
import afa.message.ReadLines;
import afa.message.ReadTimeline;
import afa.message.TimelineRead;
import afa.message.VerticleCommanded;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What pages and programs may ask and want, behind the {@link Guard}. */
final class ConsoleApi {
  private static final int MOST_LINES = 500;

  private final Home home;
  private final Desk desk;

  ConsoleApi(Home home, Desk desk) {
    this.home = home;
    this.desk = desk;
  }

  void nodes(RoutingContext request) {
    answer(request, 200, () -> Future.succeededFuture(desk.nodes()));
  }

  void history(RoutingContext request) {
    int minutes = number(request, "minutes", 60, 60);
    answer(
        request,
        200,
        () -> Future.succeededFuture(
            ConsoleJson.history(desk.history().last(Duration.ofMinutes(minutes)), Instant.now())));
  }

  void timeline(RoutingContext request) {
    int limit = number(request, "limit", 50, MOST_LINES);
    Instant before = instant(request, "before");
    answer(request, 200, () -> Addresses.READ_TIMELINE
        .call(home.vertx().eventBus(), new ReadTimeline(before, limit))
        .otherwise(new TimelineRead(List.of())) // what was heard here is better than nothing
        .map(kept -> ConsoleJson.timeline(desk.timeline().with(kept.happened(), before, limit))));
  }

  void lines(RoutingContext request) {
    String node = request.pathParam("node");
    String verticle = request.queryParams().get("verticle");
    ReadLines wanted =
        new ReadLines(verticle == null ? "" : verticle, number(request, "limit", 100, MOST_LINES));
    answer(request, 200, () -> desk.commands()
        .insistOn(node)
        .compose(known -> Addresses.lines(node).call(home.vertx().eventBus(), wanted))
        .map(ConsoleJson::lines));
  }

  void command(RoutingContext request) {
    String node = request.pathParam("node");
    String verticle = request.pathParam("verticle");
    Action action = Action.valueOf(request.pathParam("action").toUpperCase(Locale.ROOT));
    Commands.Caller caller = Guard.who(request).caller();
    boolean only = onlyTell(request);
    answer(request, 200, () -> {
      Future<VerticleCommanded> answered = only
          ? desk.commands().tell(node, verticle, action, caller.person().name())
          : desk.commands().act(node, verticle, action, caller);
      return answered.map(ConsoleJson::commanded);
    });
  }

  void restartEverywhere(RoutingContext request) {
    String verticle = request.pathParam("verticle");
    Commands.Caller caller = Guard.who(request).caller();
    if (onlyTell(request)) {
      answer(request, 200, () -> desk.rolling()
          .tell(verticle, caller.person().name())
          .map(ConsoleJson::commanded));
    } else {
      answer(request, 202, () -> desk.rolling().begin(verticle, caller).map(id -> new JsonObject()
          .put("id", id)));
    }
  }

  void rolling(RoutingContext request) {
    String id = request.pathParam("id");
    answer(request, 200, () -> desk.rolling()
        .find(id)
        .map(told -> Future.succeededFuture(ConsoleJson.rolling(told)))
        .orElseGet(() -> Future.failedFuture(
            new Refusal(Problem.notFound("there is no rolling restart " + id)))));
  }

  void abort(RoutingContext request) {
    String id = request.pathParam("id");
    String who = Guard.who(request).person().name();
    answer(request, 200, () -> desk.rolling().abort(id, who).map(ConsoleJson::rolling));
  }

  void stream(RoutingContext request) {
    Context connection = home.vertx().getOrCreateContext();
    HttpServerResponse response = request.response();
    SessionCookie session = Guard.who(request).session();
    home.ask(() -> Future.succeededFuture(desk.streams().isFull())).onSuccess(full -> {
      if (full) {
        request.fail(new Refusal(Problem.unavailable("too many pages follow this node")));
        return;
      }
      if (request.request().version() != HttpVersion.HTTP_2) response.setChunked(true);
      response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream");
      response.putHeader("X-Accel-Buffering", "no");
      home.context().runOnContext(here -> desk.streams()
          .add(home.vertx(), connection, response, session, desk.nodes()));
    });
  }

  private void answer(RoutingContext request, int status, Supplier<Future<JsonObject>> step) {
    home.ask(step)
        .onSuccess(json -> {
          if (request.response().closed()) return;
          request
              .response()
              .setStatusCode(status)
              .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
              .end(json.toBuffer());
        })
        .onFailure(request::fail);
  }

  private static boolean onlyTell(RoutingContext request) {
    String tell = request.queryParams().get("tell");
    if (tell == null) return false;
    if (tell.equals("only")) return true;
    throw new Refusal(Problem.badRequest("tell=" + tell + ": expected tell=only"));
  }

  private static int number(RoutingContext request, String name, int fallback, int most) {
    String text = request.queryParams().get(name);
    if (text == null) return fallback;
    if (text.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(text);
      if (number >= 1) return Math.min(number, most);
    }
    throw new Refusal(Problem.badRequest(name + ": expected a number from 1 to " + most));
  }

  private static @Nullable Instant instant(RoutingContext request, String name) {
    String text = request.queryParams().get(name);
    if (text == null) return null;
    try {
      return Instant.parse(text);
    } catch (DateTimeException notATime) {
      throw new Refusal(
          Problem.badRequest(name + ": expected a time such as 2026-05-24T12:00:00Z"));
    }
  }
}
