package afa.console;

import afa.http.Problem;
import afa.http.Templates;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;

/** What pages about events get from the console: who asks, how pages go out, who is told of deeds. */
public final class Office {
  private final EventBus bus;
  private final Guard guard;
  private final Sessions sessions;
  private final Audit audit;
  private final Templates templates;

  Office(EventBus bus, Guard guard, Sessions sessions, Audit audit, Templates templates) {
    this.bus = bus;
    this.guard = guard;
    this.sessions = sessions;
    this.audit = audit;
    this.templates = templates;
  }

  public EventBus bus() {
    return bus;
  }

  /** Name of whoever asks. */
  public String who(RoutingContext request) {
    return Guard.who(request).person().name();
  }

  /** Writes down what somebody did, for all to see. */
  public void tell(RoutingContext request, String kind, boolean bad, String sentence) {
    Guard.Who who = Guard.who(request);
    audit.tell(who.person().name(), kind, bad, sentence + " Done from " + who.address() + ".");
  }

  /** Sends a page of the console to whoever has come in. */
  public void show(RoutingContext request, int status, String template, Map<String, Object> model) {
    Guard.Who who = Guard.who(request);
    SessionCookie session = who.session();
    Map<String, Object> all = new HashMap<>(model);
    all.put("user", who.person().name());
    all.put("mayAct", who.person().right() == Right.OPERATE);
    all.put("csrf", session == null ? "" : session.csrf(sessions.seal()));
    send(request, status, template, all);
  }

  private void send(
      RoutingContext request, int status, String template, Map<String, Object> model) {
    templates
        .render(template, model)
        .onSuccess(html -> {
          if (request.response().closed()) return;
          request
              .response()
              .setStatusCode(status)
              .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
              .end(html);
        })
        .onFailure(request::fail);
  }

  /** Sends whoever did something on to a page that may be loaded again. */
  public void go(RoutingContext request, String path) {
    request.response().setStatusCode(303).putHeader(HttpHeaders.LOCATION, path).end();
  }

  /** Where the browser reaches us, without a slash at the end. */
  public String origin(RoutingContext request) {
    HostAndPort here = request.request().authority();
    return here == null ? "" : (guard.isSecure() ? "https://" : "http://") + here;
  }

  /** Tells a person, on a page, why nothing was done. */
  void refuse(RoutingContext request, Problem problem) {
    send(request, problem.status(), "console-refused", Map.of("problem", problem));
  }
}
