package afa.rehearsal.x;

import afa.rehearsal.SnowflakeIds;
import afa.rehearsal.x.RuleParser.SyntaxError;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * A search, checked as X checks it.
 *
 * @param after ids found are larger
 * @param before ids found are smaller
 * @param most posts of one page, 10 to 100
 */
record SearchRequest(RuleExpression query, long after, long before, int most) {
  private static final Duration REACH = Duration.ofDays(7);
  private static final int LONGEST_QUERY = 512;
  private static final String TOKEN = "b26v89c19zqg8o3f";

  /** A parameter is not as documented. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient JsonObject problem;

    Refused(String parameter, String value, String message) {
      super(message);
      problem = Problems.invalidRequest(parameter, value, message);
    }

    JsonObject problem() {
      return problem;
    }
  }

  /**
   * Reads a request.
   *
   * @param freshest posts of that time and later cannot be found yet
   */
  static SearchRequest read(MultiMap parameters, Instant now, Instant freshest) throws SyntaxError {
    String query = parameters.get("query");
    if (query == null) throw new Refused("query", null, "The 'query' parameter can not be empty");
    Instant oldest = now.minus(REACH);
    long end = SnowflakeIds.least(earlier(freshest, time(parameters, "end_time", freshest)));
    long since = id(parameters, "since_id", Long.MAX_VALUE);
    long before = Math.min(end, id(parameters, "until_id", Long.MAX_VALUE));
    if (since < SnowflakeIds.least(oldest)) {
      throw new Refused(
          "since_id",
          parameters.get("since_id"),
          "'since_id' must be a tweet id created after " + XPosts.time(oldest));
    }
    RuleExpression expression = RuleParser.parse(query, LONGEST_QUERY);
    long from = SnowflakeIds.least(start(parameters, oldest)) - 1;
    long after = since == Long.MAX_VALUE ? from : Math.max(since, from);
    return new SearchRequest(
        expression, after, Math.min(before, page(parameters)), most(parameters));
  }

  private static Instant start(MultiMap parameters, Instant oldest) {
    Instant start = time(parameters, "start_time", oldest);
    // Clocks differ by a little: the client asked for seven days by its own.
    if (start.isBefore(oldest.minusSeconds(60))) {
      throw new Refused(
          "start_time",
          parameters.get("start_time"),
          "'start_time' must be on or after " + XPosts.time(oldest));
    }
    return start;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant time(MultiMap parameters, String name, Instant otherwise) {
    String text = parameters.get(name);
    if (text == null) return otherwise;
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notATime) {
      throw new Refused(name, text, "'" + name + "' must be an ISO 8601 date-time");
    }
  }

  private static long id(MultiMap parameters, String name, long otherwise) {
    String text = parameters.get(name);
    if (text == null) return otherwise;
    if (XNetwork.isId(text)) return Long.parseLong(text);
    throw new Refused(name, text, "'" + name + "' must be a tweet id");
  }

  private static int most(MultiMap parameters) {
    String text = parameters.get("max_results");
    if (text == null) return 10;
    if (text.matches("[1-9][0-9]|100")) return Integer.parseInt(text);
    throw new Refused("max_results", text, "'max_results' must be between 10 and 100");
  }

  private static long page(MultiMap parameters) {
    String token = parameters.get("next_token");
    if (token == null) token = parameters.get("pagination_token");
    if (token == null) return Long.MAX_VALUE;
    if (token.matches(TOKEN + "[0-9a-z]{1,13}")) {
      return Long.parseLong(token.substring(TOKEN.length()), Character.MAX_RADIX);
    }
    throw new Refused("next_token", token, "'next_token' is not one of ours");
  }

  /** What leads to the page after a post. */
  static String token(long oldest) {
    return TOKEN + Long.toString(oldest, Character.MAX_RADIX);
  }
}
