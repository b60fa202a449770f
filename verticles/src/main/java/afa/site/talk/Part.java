package afa.site.talk;

import afa.library.talk.TalkPosts;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of what was said is asked for.
 *
 * @param after the posts after that number; null where it is not said
 * @param before the posts before that number; null where it is not said
 */
public record Part(@Nullable Long after, @Nullable Long before) {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,14}");

  /** Empty when a number is none. */
  public static Optional<Part> of(HttpServerRequest request) {
    String after = request.getParam("after");
    String before = request.getParam("before");
    if (!isNumber(after) || !isNumber(before)) return Optional.empty();
    return Optional.of(new Part(number(after), number(before)));
  }

  private static boolean isNumber(@Nullable String text) {
    return text == null || NUMBER.matcher(text).matches();
  }

  private static @Nullable Long number(@Nullable String text) {
    return text == null ? null : Long.valueOf(text);
  }

  /** Whether it is said which one. */
  boolean isOne() {
    return after != null || before != null;
  }

  /** Its posts; where it is not said which one, the first. */
  public Future<Window> of(TalkPosts posts, String event, String talk, int limit) {
    if (after == null && before != null) {
      return posts.before(event, talk, before, limit).map(Window::before);
    }
    long n = after == null ? 0 : after;
    return posts.after(event, talk, n, limit).map(page -> Window.after(page, n));
  }
}
