package afa.rehearsal.mastodon;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The API of a rehearsed server. */
final class ServerRoutes {
  private static final int MOST_LOOKED_UP = 20;
  private static final String EMOJI =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 20\">"
          + "<path d=\"M10 1c2 4 7 6 7 11a7 7 0 0 1-14 0c0-5 5-7 7-11z\" fill=\"#26336b\"/>"
          + "<circle cx=\"8\" cy=\"12\" r=\"1.4\" fill=\"#fff\"/><circle cx=\"12.500\" cy=\"12\""
          + " r=\"1.400\" fill=\"#fff\"/></svg>";

  private final RehearsedServer server;
  private final MastodonOptions options;
  private final RequestLimit limit;
  private long requests;

  ServerRoutes(RehearsedServer server, MastodonOptions options, RequestLimit limit) {
    this.server = server;
    this.options = options;
    this.limit = limit;
  }

  void mount(Router router) {
    String prefix = MastodonOptions.prefix(server.name());
    router.get(prefix + "/api/v1/streaming/health").handler(context -> context.end("OK"));
    router.get(prefix + "/api/v1/streaming/hashtag").handler(this::stream);
    router
        .get(prefix + "/api/v1/streaming")
        .handler(context -> Refusals.error(context.response(), 400, "Unknown channel requested"));
    router.get(prefix + "/api/v2/instance").handler(context -> ask(context, this::instance));
    router
        .get(prefix + "/api/v1/timelines/tag/:tag")
        .handler(context -> ask(context, this::timeline));
    router.get(prefix + "/api/v1/statuses").handler(context -> ask(context, this::statuses));
    router.get(prefix + "/api/v1/statuses/:id").handler(context -> ask(context, this::status));
    router.get(prefix + "/emoji/inkblot.svg").handler(context -> context
        .response()
        .putHeader("content-type", "image/svg+xml")
        .putHeader("cross-origin-resource-policy", "cross-origin")
        .end(EMOJI));
  }

  long requests() {
    return requests;
  }

  private interface Endpoint {
    void answer(RoutingContext context);
  }

  private void stream(RoutingContext context) {
    requests++;
    if (server.refusals().refuses(context.response(), true)) return;
    String tag = context.request().getParam("tag", "");
    String authorization = context.request().getHeader("authorization");
    if (authorization == null || !isLetIn(authorization)) unauthorized(context);
    else if (tag.isBlank()) Refusals.error(context.response(), 400, "Missing tag name parameter");
    else server.streams().connect(context.request(), tag);
  }

  private void ask(RoutingContext context, Endpoint endpoint) {
    requests++;
    if (server.refusals().refuses(context.response(), false)) return;
    if (!limit.letsIn(context.response())) {
      Refusals.error(context.response(), 429, "Too many requests");
      return;
    }
    String authorization = context.request().getHeader("authorization");
    // Public without a token; with one that is not valid, refused.
    if (authorization != null && !isLetIn(authorization)) unauthorized(context);
    else endpoint.answer(context);
  }

  private boolean isLetIn(String authorization) {
    return authorization.equals("Bearer " + options.token())
        && !server.refusals().isRevoked();
  }

  private static void unauthorized(RoutingContext context) {
    Refusals.error(context.response(), 401, "The access token is invalid");
  }

  private void instance(RoutingContext context) {
    JsonObject open = new JsonObject().put("local", "public").put("remote", "public");
    JsonObject closed = new JsonObject().put("local", "disabled").put("remote", "disabled");
    String streaming = address(context).replaceFirst("^http", "ws");
    JsonObject configuration = new JsonObject()
        .put("urls", new JsonObject().put("streaming", streaming))
        .put(
            "timelines_access",
            new JsonObject().put("live_feeds", closed).put("hashtag_feeds", open));
    json(
        context,
        new JsonObject()
            .put("domain", AccountJson.domain(server.name()))
            .put("version", "4.6.4")
            .put("configuration", configuration)
            .encode());
  }

  private void timeline(RoutingContext context) {
    TimelineRequest request = TimelineRequest.of(context.request(), context.pathParam("tag"));
    List<Long> ids = request.select(server.statuses());
    JsonArray page = new JsonArray();
    ids.forEach(id -> page.add(server.json(server.statuses().get(id))));
    String link = request.link(ids, address(context));
    if (!link.isEmpty()) context.response().putHeader("Link", link);
    json(context, page.encode());
  }

  /** Those that are not there are left out. */
  private void statuses(RoutingContext context) {
    List<String> ids = context.queryParam("id[]");
    if (ids.size() > MOST_LOOKED_UP) {
      Refusals.error(context.response(), 422, "Too many statuses");
      return;
    }
    JsonArray found = new JsonArray();
    for (String id : ids) {
      Toot toot = toot(id);
      if (toot != null) found.add(server.json(toot));
    }
    json(context, found.encode());
  }

  private void status(RoutingContext context) {
    Toot toot = toot(context.pathParam("id"));
    if (toot == null) Refusals.error(context.response(), 404, "Record not found");
    else json(context, server.json(toot).encode());
  }

  private Toot toot(String id) {
    return id.matches("[0-9]{1,18}") ? server.statuses().get(Long.valueOf(id)) : null;
  }

  /** As whoever asks calls it, which need not be its public name. */
  private String address(RoutingContext context) {
    HttpServerRequest request = context.request();
    return request.scheme() + "://" + request.authority() + MastodonOptions.prefix(server.name());
  }

  private static void json(RoutingContext context, String body) {
    HttpServerResponse response = context.response();
    response.putHeader("content-type", "application/json; charset=utf-8").end(body);
  }
}
