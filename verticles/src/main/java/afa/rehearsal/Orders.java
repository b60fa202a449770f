package afa.rehearsal;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.function.Function;

/** Takes orders by POST: from the forms of the control page, and as JSON from programs. */
final class Orders {
  private final Router router;
  private final String prefix;
  private final String page;

  /**
   * @param prefix of all addresses
   * @param page where a browser goes on afterwards
   */
  Orders(Router router, String prefix, String page) {
    this.router = router;
    this.prefix = prefix;
    this.page = page;
  }

  /** Has an order carried out; it may throw {@link IllegalArgumentException} with a sentence. */
  void on(String path, Function<Wishes, Future<JsonObject>> action) {
    router.post(prefix + path).handler(context -> {
      if (isForeign(context)) {
        context.response().setStatusCode(403).end("not from another site");
        return;
      }
      try {
        action
            .apply(new Wishes(context))
            .onSuccess(answer -> answer(context, answer))
            .onFailure(failure -> refuse(context, failure));
      } catch (IllegalArgumentException | UnsupportedOperationException wrong) {
        refuse(context, wrong);
      }
    });
  }

  /** Any page in the operator's browser could press these buttons otherwise. */
  private static boolean isForeign(RoutingContext context) {
    String site = context.request().getHeader("sec-fetch-site");
    if (site != null) return !site.equals("same-origin") && !site.equals("none");
    String origin = context.request().getHeader("origin"); // of browsers without the other
    return origin != null
        && !authority(origin).equals(context.request().authority().toString());
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException opaque) {
      return "";
    }
  }

  private void answer(RoutingContext context, JsonObject answer) {
    if (isBrowser(context)) {
      context.response().setStatusCode(303).putHeader("location", page).end();
    } else {
      context.json(answer);
    }
  }

  private void refuse(RoutingContext context, Throwable why) {
    context.response().setStatusCode(400);
    if (isBrowser(context)) {
      ControlPage.send(context, ControlPage.refusal(String.valueOf(why.getMessage()), page));
    } else {
      context.json(new JsonObject().put("error", why.getMessage()));
    }
  }

  private static boolean isBrowser(RoutingContext context) {
    String accepted = context.request().getHeader("accept");
    return accepted != null && accepted.contains("text/html");
  }
}
