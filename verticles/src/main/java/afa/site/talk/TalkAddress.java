package afa.site.talk;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of which talk is asked for.
 *
 * @param after the posts after that number; null where it is not said
 * @param before the posts before that number; null where it is not said
 */
record TalkAddress(String event, String talk, @Nullable Long after, @Nullable Long before) {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,14}");

  /** Empty when a number is none. */
  static Optional<TalkAddress> of(RoutingContext request) {
    String after = request.request().getParam("after");
    String before = request.request().getParam("before");
    if (!isNumber(after) || !isNumber(before)) return Optional.empty();
    return Optional.of(new TalkAddress(
        request.pathParam("event"), request.pathParam("talk"), number(after), number(before)));
  }

  private static boolean isNumber(@Nullable String text) {
    return text == null || NUMBER.matcher(text).matches();
  }

  private static @Nullable Long number(@Nullable String text) {
    return text == null ? null : Long.valueOf(text);
  }

  String path() {
    return "/events/" + event + "/talks/" + talk;
  }

  /** Where this very part is found again. */
  String canonical() {
    if (after != null && after > 0) return path() + "?after=" + after;
    return before == null ? path() : path() + "?before=" + before;
  }

  boolean isPart() {
    return before != null || after != null;
  }
}
