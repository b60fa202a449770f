package afa.x;

import afa.source.Backoff.Cause;
import afa.source.SourceProblem;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;

/**
 * Why X did not do what was asked.
 *
 * @param sentence for the operator; holds nothing that came from X but a bounded detail
 * @param notBefore when X will listen again, null where it does not say
 */
record XProblem(Kind kind, String sentence, Instant notBefore) {
  private static final int MOST_DETAIL = 200;

  /** What is to be done about it. */
  enum Kind {
    /** The connection was lost or never made. */
    DISCONNECTED(Cause.NETWORK, "the connection to X ended"),
    /** We were too slow for X, which cut us off. */
    SLOW_READER(Cause.NETWORK, "X found this node too slow and cut it off"),
    /** We stopped, because the store does not take what was read. */
    PAUSED(Cause.NETWORK, "the store takes no posts, so reading X pauses"),
    /** The connection lives, and nothing comes though it should. */
    SILENT(Cause.NETWORK, "connected, but nothing came though posts were expected"),
    /** X is in trouble. */
    SERVER(Cause.SERVER, "X is in trouble"),
    /** Too many requests. */
    RATE_LIMITED(Cause.LIMIT, "X asks for fewer requests"),
    /** A former connection still counts, or another program reads with the same token. */
    TOO_MANY_CONNECTIONS(Cause.LIMIT, "X says that somebody reads already with this token"),
    /** The stream has no rules or wrong ones. */
    NO_RULES(Cause.REPAIRED, "X has no valid rules for this stream"),
    /** The credit is used up. */
    USAGE_CAPPED(Cause.REFUSED, "the credit at X is used up"),
    /** No problem: a search instead of the stream was made. */
    POLLED(Cause.NETWORK, "searched"),
    /** What is left of the event's own limit is kept for searches. */
    STREAM_SPENT(Cause.NETWORK, "the day's posts are nearly used up"),
    /** The event's own limit is reached. */
    BUDGET_SPENT(
        Cause.REFUSED,
        "as many posts as postsPerDay allows were read; reading goes on at 0:00 UTC"),
    /** The token is wrong, or has no right to this. */
    FORBIDDEN(Cause.REFUSED, "X does not accept the token in X_BEARER_TOKEN"),
    /** What was asked for is wrong. */
    BAD_REQUEST(Cause.REFUSED, "X does not understand what this node asks for");

    final Cause cause;
    final String sentence;

    Kind(Cause cause, String sentence) {
      this.cause = cause;
      this.sentence = sentence;
    }
  }

  static XProblem of(Kind kind, String detail) {
    String shown = XText.label(detail, MOST_DETAIL);
    return new XProblem(kind, shown.isEmpty() ? kind.sentence : kind.sentence + ": " + shown, null);
  }

  /** The same in the words of all sources. */
  SourceProblem told() {
    return new SourceProblem(kind.cause, sentence, notBefore);
  }

  XProblem notBefore(Instant time) {
    return new XProblem(kind, sentence, time);
  }

  /** A problem object by its type, which stands behind {@code /problems/} on any host. */
  static XProblem of(JsonNode problem, Kind otherwise) {
    return of(kind(type(problem), problem, otherwise), detail(problem));
  }

  /** The name of its type. */
  static String type(JsonNode problem) {
    String type = XJson.text(problem, "type");
    return type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private static Kind kind(String name, JsonNode problem, Kind otherwise) {
    return switch (name) {
      case "operational-disconnect" -> disconnect(XJson.text(problem, "disconnect_type"));
      case "streaming-connection" -> connection(XJson.text(problem, "connection_issue"), otherwise);
      case "usage-capped" -> Kind.USAGE_CAPPED;
      case "client-forbidden", "unsupported-authentication" -> Kind.FORBIDDEN;
      case "rate-limit-exceeded" -> Kind.RATE_LIMITED;
      case "client-disconnected" -> Kind.DISCONNECTED;
      default -> otherwise;
    };
  }

  private static Kind disconnect(String type) {
    return switch (type) {
      case "ForceDisconnect" -> Kind.TOO_MANY_CONNECTIONS;
      case "InvalidRules" -> Kind.NO_RULES;
      case "SlowReader" -> Kind.SLOW_READER;
      default -> Kind.DISCONNECTED;
    };
  }

  private static Kind connection(String issue, Kind otherwise) {
    return switch (issue) {
      case "TooManyConnections" -> Kind.TOO_MANY_CONNECTIONS;
      // As an answer to connecting (409) it means that there are no rules; in the stream, to wait.
      case "RuleConfigurationIssue", "RulesInvalidIssue" ->
        otherwise == Kind.NO_RULES ? Kind.NO_RULES : Kind.RATE_LIMITED;
      default -> Kind.RATE_LIMITED;
    };
  }

  private static String detail(JsonNode problem) {
    for (String field : new String[] {"detail", "message", "title"}) {
      String text = XJson.text(problem, field);
      if (!text.isEmpty()) return text;
    }
    return "";
  }
}
