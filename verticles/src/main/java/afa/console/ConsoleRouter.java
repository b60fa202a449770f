package afa.console;

import afa.console.programme.ProgrammeSection;
import afa.http.Problem;
import afa.http.StaticFiles;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which path below {@code /console} leads where, and what browsers must not do there. */
final class ConsoleRouter {
  private static final Pattern ORDER = Pattern.compile(".*/(start|stop|restart|abort)");
  private static final Logger log = LoggerFactory.getLogger(ConsoleRouter.class);

  /** A name and a password. */
  private static final int LARGEST_BODY = 16 << 10;

  private static final String POLICY = String.join(
      "; ",
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'");

  private final Vertx vertx;
  private final StaticFiles files;
  private final Guard guard;
  private final Door door;
  private final ConsoleApi api;
  private final Refused refused;
  private final Office office;

  ConsoleRouter(
      Vertx vertx,
      StaticFiles files,
      Guard guard,
      Door door,
      ConsoleApi api,
      Refused refused,
      Office office) {
    this.vertx = vertx;
    this.files = files;
    this.guard = guard;
    this.door = door;
    this.api = api;
    this.refused = refused;
    this.office = office;
  }

  Router build() {
    Router router = Router.router(vertx);
    router.route().handler(ConsoleRouter::headers);
    router.get("/console/assets/*").handler(files::serveVersioned);
    // For a node without pages of its own.
    router.get("/assets/*").handler(files::serveVersioned);
    for (String kind : new String[] {"css", "js", "img", "vendor"}) {
      router.get("/" + kind + "/*").handler(files::serve);
    }
    router.get("/console").handler(door::console);
    router.get("/console/login").handler(door::askForPassword);
    router.post().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
    router.post("/console/login").handler(door::login);
    router.route("/console/api/*").handler(guard::insist).handler(guard::insistOnToken);
    router
        .post("/console/logout")
        .handler(guard::insistOnSession)
        .handler(guard::insistOnToken)
        .handler(door::logout);
    api(router);
    router.route("/console/events*").handler(guard::insistOnPerson).handler(guard::insistOnToken);
    new ProgrammeSection(office).mount(router);
    router.route().failureHandler(this::refuse);
    for (int status : new int[] {400, 404, 405, 413, 500}) {
      router.errorHandler(status, this::refuse);
    }
    return router;
  }

  private void api(Router router) {
    String base = "/console/api";
    router.get(base + "/nodes").handler(api::nodes);
    router.get(base + "/nodes/:node/lines").handler(api::lines);
    router
        .postWithRegex(base
            + "/nodes/(?<node>[^/]+)/verticles/(?<verticle>[^/]+)/(?<action>start|stop|restart)")
        .handler(api::command);
    router.post(base + "/verticles/:verticle/restart").handler(api::restartEverywhere);
    router.get(base + "/rolling/:id").handler(api::rolling);
    router.post(base + "/rolling/:id/abort").handler(api::abort);
    router.get(base + "/timeline").handler(api::timeline);
    router.get(base + "/history").handler(api::history);
    router.get(base + "/stream").handler(api::stream);
  }

  private static void headers(RoutingContext request) {
    MultiMap headers = request.response().headers();
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    request.next();
  }

  private void refuse(RoutingContext request) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed() || response.headWritten()) return;
    Refusal refusal = refusal(request);
    Problem problem = refusal.problem();
    if (problem.status() == 500) {
      log.error("The console failed: path={}", request.normalizedPath(), request.failure());
    }
    tell(request, problem);
    if (problem.status() == 401 && request.request().getHeader(HttpHeaders.AUTHORIZATION) != null) {
      response.putHeader("www-authenticate", "Basic realm=\"A Feed Apart\"");
    }
    long wait = refusal.retryAfter().toSeconds();
    if (wait > 0) response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    if (request.normalizedPath().startsWith("/console/events")) {
      office.refuse(request, problem);
      return;
    }
    response
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(new JsonObject()
            .put("type", "about:blank")
            .put("title", problem.title())
            .put("status", problem.status())
            .put("detail", problem.detail())
            .toBuffer());
  }

  /** Who may not do what, and tried; also by a method that does nothing. */
  private void tell(RoutingContext request, Problem problem) {
    boolean forbidden = Set.of(401, 403, 405).contains(problem.status());
    boolean isOrder = request.request().method().equals(HttpMethod.POST)
        || ORDER.matcher(request.normalizedPath()).matches();
    if (!forbidden || !isOrder) return;
    refused.tell(
        Guard.nameOf(request), guard.address(request), request.normalizedPath(), problem.detail());
  }

  private static Refusal refusal(RoutingContext request) {
    if (request.failure() instanceof Refusal refusal) return refusal;
    return switch (request.statusCode()) {
      case 400 -> new Refusal(Problem.badRequest("that cannot be understood"));
      case 404 -> new Refusal(Problem.notFound("there is nothing at " + request.normalizedPath()));
      case 405 -> new Refusal(new Problem(405, "Method not allowed", "use another method here"));
      case 413 -> new Refusal(new Problem(413, "Too large", "at most " + LARGEST_BODY + " bytes"));
      default -> Refusal.of(request.failure());
    };
  }
}
