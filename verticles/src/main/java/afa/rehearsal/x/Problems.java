package afa.rehearsal.x;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The problems X tells of, in its words and shapes (developer documentation of August 2026). */
final class Problems {
  private static final String TYPES = "https://api.twitter.com/2/problems/";

  private Problems() {}

  private static JsonObject problem(String type, String title, String detail) {
    return new JsonObject().put("title", title).put("detail", detail).put("type", type);
  }

  private static JsonObject blank(String title, int status) {
    return problem("about:blank", title, title).put("status", status);
  }

  static JsonObject unauthorized() {
    return blank("Unauthorized", 401);
  }

  static JsonObject rateLimited() {
    return blank("Too Many Requests", 429);
  }

  /** The form of version 1.1, which still comes back at times. */
  static JsonObject rateLimitedOldForm() {
    JsonObject error = new JsonObject().put("code", 88).put("message", "Rate limit exceeded");
    return new JsonObject().put("errors", new JsonArray().add(error));
  }

  static JsonObject unavailable() {
    return blank("Service Unavailable", 503);
  }

  static JsonObject tooManyConnections() {
    return connection(
        "This stream is currently at the maximum allowed connection limit.", "TooManyConnections");
  }

  static JsonObject noRules() {
    return connection(
        "You must configure at least one rule before you connect.", "RuleConfigurationIssue");
  }

  private static JsonObject connection(String detail, String issue) {
    return problem(TYPES + "streaming-connection", "ConnectionException", detail)
        .put("connection_issue", issue);
  }

  static JsonObject usageCapped() {
    return problem(
            TYPES + "usage-capped", "UsageCapExceeded", "Usage cap exceeded: Monthly product cap")
        .put("period", "Monthly")
        .put("scope", "Product")
        .put("account_id", 1010101)
        .put("product_name", "rehearsal");
  }

  static JsonObject forbidden() {
    return problem(
            TYPES + "client-forbidden",
            "Client Forbidden",
            "The app behind this token has no access to the stream.")
        .put("reason", "client-not-enrolled")
        .put("registration_url", "https://developer.x.com");
  }

  /**
   * The last line of a stream.
   *
   * @param type a type of disconnect, {@code TooManyConnections} or {@code UsageCapExceeded}
   */
  static JsonObject endOfStream(String type) {
    JsonObject problem =
        switch (type) {
          case "TooManyConnections" -> tooManyConnections();
          case "UsageCapExceeded" -> usageCapped();
          default ->
            problem(
                    TYPES + "operational-disconnect",
                    "operational-disconnect",
                    "This stream has been disconnected: " + type + ".")
                .put("disconnect_type", type);
        };
    return new JsonObject().put("errors", new JsonArray().add(problem));
  }

  static JsonObject invalidRequest(String parameter, String value, String message) {
    JsonObject parameters = new JsonObject();
    if (parameter != null) {
      parameters.put(parameter, value == null ? new JsonArray() : new JsonArray().add(value));
    }
    JsonObject error = new JsonObject().put("parameters", parameters).put("message", message);
    return problem(
            TYPES + "invalid-request",
            "Invalid Request",
            "One or more parameters to your request was invalid.")
        .put("errors", new JsonArray().add(error));
  }

  static JsonObject duplicateRule(String value, String id) {
    return new JsonObject()
        .put("value", value)
        .put("id", id)
        .put("title", "DuplicateRule")
        .put("type", TYPES + "duplicate-rules");
  }

  static JsonObject invalidRule(String value, String detail) {
    return new JsonObject()
        .put("value", value)
        .put("details", new JsonArray().add(detail))
        .put("title", "UnprocessableEntity")
        .put("type", TYPES + "invalid-rules");
  }

  static JsonObject ruleCap(String value, int most) {
    return problem(TYPES + "rule-cap", "RulesCapExceeded", "You may have " + most + " rules.")
        .put("value", value);
  }

  static JsonObject notAuthorized(String id) {
    String detail = "Sorry, you are not authorized to see the Tweet with ids: [" + id + "].";
    return problem(TYPES + "not-authorized-for-resource", "Authorization Error", detail)
        .put("value", id)
        .put("resource_type", "tweet")
        .put("parameter", "ids")
        .put("resource_id", id);
  }

  static JsonObject notFound(String resource, String parameter, String value) {
    return problem(
            TYPES + "resource-not-found",
            "Not Found Error",
            "Could not find " + resource + " with " + parameter + ": [" + value + "].")
        .put("value", value)
        .put("resource_type", resource)
        .put("parameter", parameter)
        .put("resource_id", value);
  }
}
