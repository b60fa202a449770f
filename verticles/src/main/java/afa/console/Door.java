package afa.console;

import afa.http.Home;
import afa.http.Templates;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pages: the console itself, and how one comes in and goes out. */
final class Door {
  private static final String LOGIN_COOKIE = "afa_console_login";
  private static final String LOGIN = "/console/login";
  private static final String CONSOLE = "/console";

  private final Home home;
  private final Guard guard;
  private final Sessions sessions;
  private final Audit audit;
  private final Refused refused;
  private final Templates templates;

  Door(
      Home home,
      Guard guard,
      Sessions sessions,
      Audit audit,
      Refused refused,
      Templates templates) {
    this.home = home;
    this.guard = guard;
    this.sessions = sessions;
    this.audit = audit;
    this.refused = refused;
    this.templates = templates;
  }

  void console(RoutingContext request) {
    guard
        .browser(request)
        .onSuccess(found -> found.ifPresentOrElse(
            here -> send(request, 200, render(here)), () -> redirect(request, LOGIN)))
        .onFailure(request::fail);
  }

  private Future<Buffer> render(Sessions.Here here) {
    return templates.render(
        "console",
        Map.of(
            "csrf", here.session().csrf(sessions.seal()),
            "user", here.person().name(),
            "right", here.person().right().name().toLowerCase(Locale.ROOT),
            "node", audit.node()));
  }

  void askForPassword(RoutingContext request) {
    askAgain(request, 200, "");
  }

  /** The form, whose token belongs to a cookie that comes with it. */
  private void askAgain(RoutingContext request, int status, String problem) {
    String visitor = visitor(request).orElseGet(() -> {
      String made = SessionCookie.random();
      request.response().addCookie(guard.cookie(LOGIN_COOKIE, made));
      return made;
    });
    Map<String, Object> model = Map.of("csrf", token(visitor), "problem", problem);
    send(request, status, templates.render("console-login", model));
  }

  private static Optional<String> visitor(RoutingContext request) {
    return Optional.ofNullable(request.request().getCookie(LOGIN_COOKIE)).map(Cookie::getValue);
  }

  private String token(String visitor) {
    return sessions.seal().sign("login", visitor);
  }

  void login(RoutingContext request) {
    Optional<String> visitor = visitor(request);
    if (Origins.isForeign(request.request())
        || visitor.isEmpty()
        || !Guard.hasToken(request, token(visitor.get()))) {
      String why = "no page of ours sent this, or one that was open for too long";
      refused.tell("unknown", guard.address(request), LOGIN, why);
      askAgain(request, 403, "This page was open for too long. Please try again.");
      return;
    }
    String name = Optional.ofNullable(request.request().getFormAttribute("user"))
        .orElse("")
        .strip();
    String password =
        Optional.ofNullable(request.request().getFormAttribute("password")).orElse("");
    guard
        .admit(name, password, guard.address(request))
        .onSuccess(person -> enter(request, person))
        .onFailure(failure -> refuse(request, Refusal.of(failure)));
  }

  private void enter(RoutingContext request, Person person) {
    guard.give(request, sessions.begin(person));
    request.response().addCookie(guard.cookie(LOGIN_COOKIE, "").setMaxAge(0));
    audit.tell(person.name(), "login", false, "Logged in from " + guard.address(request) + ".");
    redirect(request, CONSOLE);
  }

  private void refuse(RoutingContext request, Refusal refusal) {
    long wait = refusal.retryAfter().toSeconds();
    if (wait > 0) request.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    String problem = refusal.problem().detail();
    askAgain(
        request,
        refusal.problem().status(),
        problem.substring(0, 1).toUpperCase(Locale.ROOT) + problem.substring(1) + ".");
  }

  /** Behind {@link Guard#insist}, as only pages of ours may do it. */
  void logout(RoutingContext request) {
    Guard.Who who = Guard.who(request);
    SessionCookie session = who.session();
    if (session == null) {
      request.fail(Refusal.forbidden("a program has no session"));
      return;
    }
    boolean everywhere = "true".equals(request.request().getFormAttribute("everywhere"))
        || "true".equals(request.request().getParam("everywhere"));
    home.context().runOnContext(here -> sessions.end(session, everywhere));
    request.response().addCookie(guard.cookie(SessionCookie.NAME, "").setMaxAge(0));
    audit.tell(
        who.person().name(),
        "logout",
        false,
        everywhere ? "Logged out everywhere." : "Logged out.");
    redirect(request, LOGIN);
  }

  private static void send(RoutingContext request, int status, Future<Buffer> rendered) {
    rendered
        .onSuccess(html -> request
            .response()
            .setStatusCode(status)
            .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
            .end(html))
        .onFailure(request::fail);
  }

  private static void redirect(RoutingContext request, String path) {
    request.response().setStatusCode(303).putHeader(HttpHeaders.LOCATION, path).end();
  }
}
