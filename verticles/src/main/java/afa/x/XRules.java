package afa.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of a stream. They belong to the app at X and outlive every connection, so at start they
 * are compared with the event's, and only the difference is changed. Ours carry a tag by which they
 * are known; those of others stay.
 */
final class XRules {
  /** Rules that an app may have (pay-per-use, 2026-08). */
  static final int MOST_RULES = 1_000;

  private XRules() {}

  /** A rule that X has. */
  record Rule(String id, String value, String tag) {}

  /**
   * What has to be done.
   *
   * @param add values to add
   * @param delete ids to delete
   * @param deleteFirst posts in between are lost, but X has no room for both
   */
  record Change(List<String> add, List<String> delete, boolean deleteFirst) {
    Change {
      add = List.copyOf(add);
      delete = List.copyOf(delete);
    }
  }

  /**
   * What X answered to an addition.
   *
   * @param ids of rules that X has now, those it had already included
   * @param refused a sentence for each rule that it did not take
   */
  record Added(Set<String> ids, List<String> refused) {
    Added {
      ids = Set.copyOf(ids);
      refused = List.copyOf(refused);
    }
  }

  /** The tag of an event's rules. */
  static String tag(String event) {
    return "afa:" + event;
  }

  /** The difference between what an event asks for and what X has. */
  static Change change(List<String> desired, List<Rule> existing, String tag) {
    Set<String> missing = new LinkedHashSet<>();
    for (String value : desired) missing.add(normal(value));
    List<String> obsolete = new ArrayList<>();
    Set<String> kept = new LinkedHashSet<>();
    for (Rule rule : existing) {
      String value = normal(rule.value());
      boolean ours = rule.tag().equals(tag);
      if (missing.contains(value)) kept.add(value);
      else if (ours) obsolete.add(rule.id());
    }
    missing.removeAll(kept);
    boolean deleteFirst = existing.size() + missing.size() > MOST_RULES;
    return new Change(List.copyOf(missing), obsolete, deleteFirst && !obsolete.isEmpty());
  }

  /** Ids of rules whose posts are not for this event. */
  static Set<String> foreign(List<String> desired, List<Rule> existing, String tag) {
    Set<String> values = desired.stream().map(XRules::normal).collect(Collectors.toSet());
    return existing.stream()
        .filter(rule -> !rule.tag().equals(tag) && !values.contains(normal(rule.value())))
        .map(Rule::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a rule finds no reposts; in doubt it does. */
  static boolean excludesReposts(String rule) {
    String outside = rule.replaceAll("\"[^\"]*\"", "");
    for (String before = ""; !before.equals(outside); ) {
      before = outside;
      outside = outside.replaceAll("\\([^()]*\\)", " "); // groups, the innermost first
    }
    List<String> words = List.of(normal(outside).split(" "));
    return words.contains("-is:retweet") && !words.contains("OR");
  }

  /** X may store a rule with other white space than it was given. */
  static String normal(String value) {
    return value.strip().replaceAll("\\s+", " ");
  }

  /** The rules of a page of X's answer; none where {@code data} is missing. */
  static List<Rule> read(JsonNode answer) {
    List<Rule> rules = new ArrayList<>();
    for (JsonNode rule : answer.path("data")) {
      String id = XJson.text(rule, "id");
      if (XJson.isId(id)) {
        rules.add(new Rule(id, XJson.text(rule, "value"), XJson.text(rule, "tag")));
      }
    }
    return rules;
  }

  /** A rule that exists already is no failure: it is there. */
  static Added readAdded(JsonNode answer) {
    Set<String> ids = new LinkedHashSet<>();
    for (Rule rule : read(answer)) ids.add(rule.id());
    List<String> refused = new ArrayList<>();
    for (JsonNode error : answer.path("errors")) {
      boolean duplicate = XJson.text(error, "title").equals("DuplicateRule")
          || XJson.text(error, "type").endsWith("/duplicate-rules");
      String id = XJson.text(error, "id");
      if (!duplicate) refused.add(refusal(error));
      else if (XJson.isId(id)) ids.add(id);
    }
    return new Added(ids, refused);
  }

  private static String refusal(JsonNode error) {
    String why = XJson.text(error, "detail");
    if (why.isEmpty()) why = XJson.text(error.path("details").path(0));
    if (why.isEmpty()) why = XJson.text(error, "title");
    return "X refuses the rule \""
        + XText.label(XJson.text(error, "value"), 100)
        + "\": "
        + XText.label(why, 200);
  }

  static ObjectNode addition(List<String> values, String tag) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (String value : values) {
      body.withArray("add").addObject().put("value", value).put("tag", tag);
    }
    return body;
  }

  static ObjectNode deletion(List<String> ids) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ids.forEach(body.putObject("delete").putArray("ids")::add);
    return body;
  }
}
