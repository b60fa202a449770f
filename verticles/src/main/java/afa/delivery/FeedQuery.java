package afa.delivery;

import afa.feed.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a reader asks for (docs/protocol.md).
 *
 * @param since the last number it has, -1 for "from now"
 * @param waitSeconds how long an answer may wait for an update, 0 to {@link #MAX_WAIT}
 * @param limit most updates of an answer
 * @param epoch the life of the log that {@code since} belongs to, empty when the reader named none
 */
record FeedQuery(long since, int waitSeconds, int limit, Optional<String> epoch) {
  static final int MAX_WAIT = 55;
  static final int MAX_LIMIT = 1_000;
  static final long NOW = -1;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

  /** Thrown for numbers that are none; says all that is wrong in one sentence. */
  static final class Bad extends RuntimeException {
    private static final long serialVersionUID = 1;

    Bad(List<String> problems) {
      super(String.join("; ", problems));
    }
  }

  /**
   * Reads the parameters of a request.
   *
   * @param parameter gives the value of a parameter or null
   * @throws Bad naming every wrong parameter
   */
  static FeedQuery parse(Function<String, String> parameter) {
    List<String> problems = new ArrayList<>();
    long since = number("since", parameter, 0, NOW, Long.MAX_VALUE, problems);
    long wait = number("wait", parameter, 25, 0, MAX_WAIT, problems);
    long limit = number("limit", parameter, 200, 1, MAX_LIMIT, problems);
    if (!problems.isEmpty()) throw new Bad(problems);
    Optional<String> epoch =
        Optional.ofNullable(parameter.apply("epoch")).filter(e -> !e.isEmpty());
    return new FeedQuery(since, (int) wait, (int) limit, epoch);
  }

  /** The same question with the id of the last event that the browser's EventSource remembers. */
  FeedQuery resumedAt(String lastEventId) {
    // What we never sent belongs to another life of the log: the reader starts over, as a browser
    // could not recover from an error.
    Position position = Position.parse(lastEventId).orElse(new Position("?", 0));
    return new FeedQuery(position.n(), waitSeconds, limit, Optional.of(position.epoch()));
  }

  private static long number(
      String name,
      Function<String, String> parameter,
      long fallback,
      long least,
      long most,
      List<String> problems) {
    String text = parameter.apply(name);
    if (text == null) return fallback;
    if (NUMBER.matcher(text).matches()) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) return number;
    }
    String range =
        most == Long.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
    problems.add(name + " must be a whole number " + range);
    return fallback;
  }
}
