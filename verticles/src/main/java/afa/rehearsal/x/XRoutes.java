package afa.rehearsal.x;

import afa.rehearsal.x.RateLimits.Endpoint;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** The addresses of the API behind their guards: token, then rate limit. */
final class XRoutes {
  private static final String STREAM = "/2/tweets/search/stream";
  private static final String RULES = STREAM + "/rules";
  private static final long LONGEST_BODY = 1024 * 1024;

  private final XNetwork network;
  private final Replies replies;
  private final RateLimits limits;
  private final Refusals refusals;
  private final String authorization;

  XRoutes(XNetwork network, Replies replies, RateLimits limits, Refusals refusals, String token) {
    this.network = network;
    this.replies = replies;
    this.limits = limits;
    this.refusals = refusals;
    this.authorization = "Bearer " + token;
  }

  void mount(
      Router router,
      Stream stream,
      RulesEndpoint rules,
      SearchEndpoint search,
      LookupEndpoint lookup,
      AccountEndpoint account) {
    router.post().handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY));
    router.route("/2/*").handler(this::checkToken);
    get(router, STREAM, Endpoint.STREAM, stream::connect);
    get(router, RULES, Endpoint.READ_RULES, rules::list);
    get(router, RULES + "/counts", Endpoint.READ_RULES, rules::counts);
    router.post(RULES).handler(limited(Endpoint.CHANGE_RULES)).handler(rules::change);
    get(router, "/2/tweets/search/recent", Endpoint.SEARCH, search::recent);
    get(router, "/2/tweets", Endpoint.LOOKUP, lookup::posts);
    get(router, "/2/users/by", Endpoint.LOOKUP, lookup::users);
    get(router, "/2/usage/tweets", Endpoint.OTHER, account::usage);
    get(router, "/2/connections", Endpoint.OTHER, account::connections);
    router.delete("/2/connections").handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY));
    for (String some : new String[] {"", "/all", "/filtered_stream"}) {
      router
          .route(HttpMethod.DELETE, "/2/connections" + some)
          .handler(limited(Endpoint.OTHER))
          .handler(account::terminate);
    }
  }

  private void get(Router router, String path, Endpoint endpoint, Handler<RoutingContext> handler) {
    router.get(path).handler(limited(endpoint)).handler(handler);
  }

  private void checkToken(RoutingContext context) {
    if (authorization.equals(context.request().getHeader("authorization"))) context.next();
    else replies.problem(context.response(), 401, Problems.unauthorized());
  }

  private Handler<RoutingContext> limited(Endpoint endpoint) {
    return context -> {
      boolean admitted = limits.admit(endpoint, network.now(), context.response());
      if (refusals.refuses(endpoint, network.now(), context.response())) return;
      if (admitted) context.next();
      else replies.problem(context.response(), 429, Problems.rateLimited());
    };
  }
}
