package afa.rehearsal;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /control}: a page with buttons for people, and the same as requests for programs. */
public final class ControlEndpoint {
  private static final int MOST_POSTS = 1_000_000;

  private final Network network;
  private final Faults faults;
  private final Play play;
  private final Supplier<JsonObject> state;

  /**
   * @param state what is told of the network at the top of the page
   */
  public ControlEndpoint(Network network, Faults faults, Play play, Supplier<JsonObject> state) {
    this.network = network;
    this.faults = faults;
    this.play = play;
    this.state = state;
  }

  public void mount(Router router) {
    router.get("/control").handler(this::page);
    router.get("/control/state").handler(context -> context.json(state.get()));
    post(router, "/control/posts", this::send);
    post(router, "/control/posts/edit", this::edit);
    post(router, "/control/posts/delete", this::delete);
    post(router, "/control/flood", this::flood);
    post(router, "/control/silence", this::silence);
    post(router, "/control/pace", this::pace);
    post(router, "/control/calm", wishes -> faults.calm().map(new JsonObject()));
    for (Fault fault : Fault.values()) {
      post(router, "/control/faults/" + fault.id(), wishes -> inject(fault, wishes));
    }
  }

  private void page(RoutingContext context) {
    context
        .response()
        .putHeader("content-type", "text/html; charset=utf-8")
        .putHeader("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
        .end(ControlPage.html(state.get()));
  }

  private static void post(
      Router router, String path, Function<Wishes, Future<JsonObject>> action) {
    router.post(path).handler(context -> {
      if (isForeign(context)) {
        context.response().setStatusCode(403).end("not from another site");
        return;
      }
      try {
        action
            .apply(new Wishes(context))
            .onSuccess(answer -> answer(context, answer))
            .onFailure(failure -> refuse(context, failure));
      } catch (IllegalArgumentException wrong) {
        refuse(context, wrong);
      }
    });
  }

  /** Any page in the operator's browser could press these buttons otherwise. */
  private static boolean isForeign(RoutingContext context) {
    String site = context.request().getHeader("sec-fetch-site");
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private static void answer(RoutingContext context, JsonObject answer) {
    String accepted = context.request().getHeader("accept");
    if (accepted != null && accepted.contains("text/html")) context.redirect("/control");
    else context.json(answer);
  }

  private static void refuse(RoutingContext context, Throwable why) {
    context.response().setStatusCode(400);
    context.json(new JsonObject().put("error", why.getMessage()));
  }

  private Future<JsonObject> send(Wishes wishes) {
    String of = wishes.text("of", null);
    PostKind kind = kind(wishes.text("kind", of == null ? "post" : "reply"));
    Draft draft = new Draft(
        wishes.text("author", "stranger"),
        wishes.text("text", "Hello from the control desk " + RehearsedEvent.RULE),
        wishes.text("lang", "en"),
        kind,
        of,
        java.util.List.of());
    return done("id", network.send(draft));
  }

  private static PostKind kind(String name) {
    return PostKind.valueOf(name.toUpperCase(java.util.Locale.ROOT));
  }

  private Future<JsonObject> edit(Wishes wishes) {
    return done("id", network.edit(wishes.text("id", ""), wishes.text("text", "edited")));
  }

  private Future<JsonObject> delete(Wishes wishes) {
    String id = wishes.text("id", "");
    network.delete(id);
    return done("deleted", id);
  }

  private Future<JsonObject> flood(Wishes wishes) {
    int posts = (int) wishes.number("posts", 200, 1, MOST_POSTS);
    play.flood(posts, wishes.number("perSecond", 50, 0.1, 10_000));
    return done("posts", posts);
  }

  private Future<JsonObject> silence(Wishes wishes) {
    play.silence(wishes.seconds("seconds", 60));
    return done("perSecond", play.pace());
  }

  private Future<JsonObject> pace(Wishes wishes) {
    play.pace(wishes.number("perSecond", 1, 0, 1_000));
    return done("perSecond", play.pace());
  }

  private Future<JsonObject> inject(Fault fault, Wishes wishes) {
    FaultOrder order =
        new FaultOrder(fault, wishes.seconds("seconds", 0), wishes.text("detail", null));
    return faults.inject(order).map(new JsonObject().put("fault", fault.id()));
  }

  private static Future<JsonObject> done(String name, Object value) {
    return Future.succeededFuture(new JsonObject().put(name, value));
  }
}
