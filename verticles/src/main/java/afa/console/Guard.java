package afa.console;

import afa.http.Home;
import afa.http.RemoteAddress;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who asks, and whether they may: by the cookie of a browser or the password of a program. */
final class Guard {
  private static final String CSRF_HEADER = "x-csrf-token";
  private static final String CSRF_FIELD = "csrf";
  private static final String BASIC = "Basic ";
  private static final String WHO = "afa.console.who";

  private final Home home;
  private final Sessions sessions;
  private final Doorkeeper doorkeeper;
  private final ConsoleConfig config;
  private final boolean secure;

  /**
   * Who asks.
   *
   * @param session absent for a program
   */
  record Who(Person person, String address, @Nullable SessionCookie session) {
    Commands.Caller caller() {
      return new Commands.Caller(person, address);
    }
  }

  /**
   * @param secure whether browsers come by HTTPS
   */
  Guard(Home home, Sessions sessions, Doorkeeper doorkeeper, ConsoleConfig config, boolean secure) {
    this.home = home;
    this.sessions = sessions;
    this.doorkeeper = doorkeeper;
    this.config = config;
    this.secure = secure;
  }

  /** Lets on who may look, or, where something is to be done, who may do it. */
  void insist(RoutingContext request) {
    letOn(request, find(request).compose(who -> mayDo(request, who)));
  }

  /** Lets on whoever is logged in. */
  void insistOnSession(RoutingContext request) {
    letOn(request, find(request));
  }

  /** As {@link #insist}, for pages: who has not logged in is sent to do so. */
  void insistOnPerson(RoutingContext request) {
    boolean hasNothing = request.request().getHeader(HttpHeaders.AUTHORIZATION) == null;
    boolean isLook = request.request().method().equals(HttpMethod.GET);
    if (!hasNothing || !isLook) {
      insist(request);
      return;
    }
    browser(request)
        .onSuccess(found -> {
          if (found.isPresent()) insist(request);
          else
            request
                .response()
                .setStatusCode(303)
                .putHeader("location", "/console/login")
                .end();
        })
        .onFailure(request::fail);
  }

  private static void letOn(RoutingContext request, Future<Who> found) {
    found.onComplete(
        who -> {
          request.put(WHO, who);
          request.next();
        },
        request::fail);
  }

  /** Who asked for what is refused, as far as that was found out. */
  static String nameOf(RoutingContext request) {
    Who who = request.get(WHO);
    return who == null ? "unknown" : who.person().name();
  }

  /** Whom {@link #insist} let on. */
  static Who who(RoutingContext request) {
    return request.get(WHO);
  }

  private Future<Who> find(RoutingContext request) {
    if (Origins.isForeign(request.request())) {
      return Future.failedFuture(Refusal.forbidden("a page of another site made this request"));
    }
    String address = address(request);
    String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null) return program(authorization, address);
    return browser(request).map(found -> found
        .map(here -> new Who(here.person(), address, here.session()))
        .orElseThrow(() -> Refusal.unauthorized("log in at /console/login")));
  }

  private Future<Who> program(String authorization, String address) {
    Optional<String> decoded = basic(authorization);
    int colon = decoded.map(text -> text.indexOf(':')).orElse(-1);
    if (colon < 0) return Future.failedFuture(Refusal.unauthorized("only Basic is understood"));
    String name = decoded.orElseThrow().substring(0, colon);
    String password = decoded.orElseThrow().substring(colon + 1);
    return admit(name, password, address).map(person -> new Who(person, address, null));
  }

  private static Optional<String> basic(String authorization) {
    if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) return Optional.empty();
    try {
      byte[] bytes =
          Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  Future<Person> admit(String name, String password, String address) {
    return home.ask(() -> doorkeeper.admit(name, password, address));
  }

  /** The session of a browser; a cookie that grows old is replaced. */
  Future<Optional<Sessions.Here>> browser(RoutingContext request) {
    Cookie cookie = request.request().getCookie(SessionCookie.NAME);
    if (cookie == null) return Future.succeededFuture(Optional.empty());
    String value = cookie.getValue();
    return home.ask(() -> Future.succeededFuture(sessions.find(value)))
        .onSuccess(found -> found.ifPresent(here -> renew(request, here.session())));
  }

  private void renew(RoutingContext request, SessionCookie session) {
    Instant now = Instant.now();
    if (session.isToBeRenewed(now)) give(request, session.renewed(now));
  }

  void give(RoutingContext request, SessionCookie session) {
    request.response().addCookie(cookie(SessionCookie.NAME, session.sealed(sessions.seal())));
  }

  Cookie cookie(String name, String value) {
    return Cookie.cookie(name, value)
        .setPath("/console")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.STRICT);
  }

  private static Future<Who> mayDo(RoutingContext request, Who who) {
    HttpMethod method = request.request().method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      return Future.succeededFuture(who);
    }
    if (who.person().right() != Right.OPERATE) {
      request.put(WHO, who); // for the log
      return Future.failedFuture(Refusal.forbidden(who.person().name() + " may only look"));
    }
    return Future.succeededFuture(who);
  }

  /** Of a browser: whether one of our pages made this request. */
  void insistOnToken(RoutingContext request) {
    SessionCookie session = who(request).session();
    HttpMethod method = request.request().method();
    boolean changes = !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD);
    if (changes && session != null && !hasToken(request, session.csrf(sessions.seal()))) {
      request.fail(Refusal.forbidden("the CSRF token is missing or wrong: load the page again"));
    } else {
      request.next();
    }
  }

  static boolean hasToken(RoutingContext request, String expected) {
    HttpServerRequest http = request.request();
    String given = http.getHeader(CSRF_HEADER);
    if (given == null) given = http.getFormAttribute(CSRF_FIELD);
    return given != null && Seal.same(expected, given);
  }

  /** Whether browsers come by HTTPS. */
  boolean isSecure() {
    return secure;
  }

  String address(RoutingContext request) {
    return RemoteAddress.of(request.request(), config.trustForwardedFor());
  }
}
