package afa.site.export;

import afa.bus.BusFailure;
import afa.site.OwnAddress;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which feed is asked for, and how whoever asks calls this server.
 *
 * @param talk absent: the feed of the whole event
 * @param before only posts with lower numbers
 * @param root scheme, host and port
 */
record FeedRequest(String event, @Nullable String talk, long before, String root) {
  private static final String NUMBER = "[1-9][0-9]{0,14}";

  /** Throws {@code INVALID} for what is no question. */
  static FeedRequest of(RoutingContext request) {
    String before = request.request().getParam("before");
    if (before != null && !before.matches(NUMBER)) {
      throw new BusFailure(BusFailure.Kind.INVALID, "before must be the number of an update");
    }
    return new FeedRequest(
        request.pathParam("event"),
        request.pathParam("talk"),
        before == null ? Long.MAX_VALUE : Long.parseLong(before),
        OwnAddress.root(request.request()));
  }

  /** The page for people. */
  String home() {
    return root + "/events/" + event + (talk == null ? "" : "/talks/" + talk);
  }

  boolean isNewest() {
    return before == Long.MAX_VALUE;
  }
}
