package afa.rehearsal.x;

import afa.rehearsal.SentPost;
import afa.rehearsal.x.RuleParser.SyntaxError;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of the app; they outlive connections. */
final class RuleBook {
  static final int LONGEST_RULE = 1_024;
  static final int MOST_RULES = 1_000;
  private static final long FIRST_ID = 1_897_000_000_000_000_001L;

  private final Map<String, Rule> byId = new LinkedHashMap<>();
  private long nextId = FIRST_ID;
  private long version;

  /** A rule as X keeps it; {@code tag} may be absent. */
  record Rule(String id, String value, String tag, RuleExpression expression) {
    JsonObject json() {
      JsonObject json = new JsonObject().put("id", id).put("value", value);
      return tag == null ? json : json.put("tag", tag);
    }

    JsonObject match() {
      JsonObject json = new JsonObject().put("id", id);
      return tag == null ? json : json.put("tag", tag);
    }
  }

  /**
   * What became of rules to add.
   *
   * @param created those that now exist, or would without {@code dryRun}
   * @param errors one problem for each of the others
   */
  record Added(List<Rule> created, JsonArray errors) {}

  List<Rule> rules() {
    return List.copyOf(byId.values());
  }

  /** The rules as they are written. */
  List<String> values() {
    return byId.values().stream().map(Rule::value).toList();
  }

  /** Grows with every change. */
  long version() {
    return version;
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  /** The rules that a post matches, as a line of the stream lists them. */
  JsonArray matching(SentPost post) {
    PostFacts facts = PostFacts.of(post);
    JsonArray matching = new JsonArray();
    for (Rule rule : byId.values()) {
      if (rule.expression().matches(facts)) matching.add(rule.match());
    }
    return matching;
  }

  Added add(List<JsonObject> wanted, boolean dryRun) {
    Added added = new Added(new ArrayList<>(), new JsonArray());
    for (JsonObject rule : wanted) add(rule.getString("value", ""), rule.getString("tag"), added);
    if (dryRun) return added;
    added.created().forEach(rule -> byId.put(rule.id(), rule));
    version++;
    return added;
  }

  private void add(String value, String tag, Added added) {
    Rule twin = find(value, added.created());
    if (twin != null) {
      added.errors().add(Problems.duplicateRule(value, twin.id()));
    } else if (byId.size() + added.created().size() >= MOST_RULES) {
      added.errors().add(Problems.ruleCap(value, MOST_RULES));
    } else {
      try {
        RuleExpression expression = RuleParser.parse(value, LONGEST_RULE);
        added.created().add(new Rule(Long.toString(nextId++), value, tag, expression));
      } catch (SyntaxError error) {
        added.errors().add(Problems.invalidRule(value, error.getMessage()));
      }
    }
  }

  private Rule find(String value, List<Rule> created) {
    List<Rule> all = new ArrayList<>(byId.values());
    all.addAll(created);
    return all.stream().filter(rule -> rule.value().equals(value)).findFirst().orElse(null);
  }

  /**
   * Takes rules away.
   *
   * @return how many of them existed
   */
  int delete(List<String> ids, List<String> values, boolean dryRun) {
    List<String> known = byId.values().stream()
        .filter(rule -> ids.contains(rule.id()) || values.contains(rule.value()))
        .map(Rule::id)
        .toList();
    if (dryRun) return known.size();
    known.forEach(byId::remove);
    version++;
    return known.size();
  }
}
