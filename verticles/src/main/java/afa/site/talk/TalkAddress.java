package afa.site.talk;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Which part of which talk is asked for. */
record TalkAddress(String event, String talk, Part part) {
  /** Empty when a number is none. */
  static Optional<TalkAddress> of(RoutingContext request) {
    return Part.of(request.request())
        .map(part -> new TalkAddress(request.pathParam("event"), request.pathParam("talk"), part));
  }

  String path() {
    return "/events/" + event + "/talks/" + talk;
  }

  /** Where this very part is found again. */
  String canonical() {
    Long after = part.after();
    if (after != null && after > 0) return path() + "?after=" + after;
    return part.before() == null ? path() : path() + "?before=" + part.before();
  }
}
