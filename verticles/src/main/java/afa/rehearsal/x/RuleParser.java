package afa.rehearsal.x;

import afa.rehearsal.x.RuleExpression.And;
import afa.rehearsal.x.RuleExpression.Not;
import afa.rehearsal.x.RuleExpression.Operator;
import afa.rehearsal.x.RuleExpression.Or;
import afa.rehearsal.x.RuleExpression.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads rules and searches: a space means AND and binds tighter than {@code OR}, {@code -} negates,
 * parentheses group. What X refuses is refused here too.
 */
final class RuleParser {
  /** Operators that only narrow what others find. */
  static final Set<String> NARROWING = Set.of("is", "has", "lang", "sample");

  private static final Set<String> OPERATORS = Set.of(
      "from",
      "to",
      "retweets_of",
      "url",
      "lang",
      "is",
      "has",
      "conversation_id",
      "sample",
      "context",
      "entity",
      "bio",
      "bio_name",
      "bio_location",
      "place",
      "place_country",
      "point_radius",
      "bounding_box",
      "min_likes",
      "min_replies",
      "min_reposts");
  private static final Set<String> IS = Set.of("retweet", "reply", "quote", "verified", "nullcast");
  private static final Set<String> HAS =
      Set.of("hashtags", "cashtags", "links", "mentions", "media", "images", "video_link", "geo");
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:(?<sign>[()])|(?<not>-(?=\\S))|(?<or>OR(?=[\\s()]|$))"
          + "|(?<name>[a-z_]+):(?<value>\"[^\"]*\"|\\[[^\\]]*\\]|[^\\s()\"]+)"
          + "|\"(?<phrase>[^\"]+)\"(?:~[0-6])?"
          + "|(?<prefix>[#@$＃＠])(?<tag>[\\p{L}\\p{M}\\p{N}_]+)"
          + "|(?<word>[^\\s()\":#@$＃＠-][^\\s()\":]*))");

  private final String rule;
  private final Matcher token;
  private boolean found;

  private RuleParser(String rule) {
    this.rule = rule;
    this.token = TOKEN.matcher(rule);
  }

  /** The text is not a rule; the message says where it stops being one. */
  static final class SyntaxError extends Exception {
    private static final long serialVersionUID = 1;

    SyntaxError(String message) {
      super(message);
    }
  }

  static RuleExpression parse(String rule, int longest) throws SyntaxError {
    if (rule.isBlank()) throw new SyntaxError("Rule must not be empty");
    if (rule.length() > longest) {
      throw new SyntaxError("Rule length exceeds the limit of " + longest + " characters");
    }
    RuleParser parser = new RuleParser(rule.strip());
    parser.advance();
    RuleExpression expression = parser.or();
    if (parser.found) throw parser.unexpected();
    if (!expression.standsAlone()) {
      throw new SyntaxError("Rule must contain at least one standalone operator in each part");
    }
    return expression;
  }

  private RuleExpression or() throws SyntaxError {
    List<RuleExpression> parts = new ArrayList<>(List.of(and()));
    while (is("or")) {
      advance();
      parts.add(and());
    }
    return parts.size() == 1 ? parts.get(0) : new Or(parts);
  }

  private RuleExpression and() throws SyntaxError {
    List<RuleExpression> parts = new ArrayList<>(List.of(term()));
    while (found && !is("or") && !")".equals(token.group("sign"))) parts.add(term());
    return parts.size() == 1 ? parts.get(0) : new And(parts);
  }

  private RuleExpression term() throws SyntaxError {
    if (!found) throw new SyntaxError("no viable alternative at the end of the rule");
    if (is("or") || ")".equals(token.group("sign"))) throw unexpected();
    if (is("not")) {
      advance();
      return new Not(term());
    }
    if (is("sign")) return group();
    RuleExpression operand = operand();
    advance();
    return operand;
  }

  private RuleExpression group() throws SyntaxError {
    advance();
    RuleExpression inner = or();
    if (!")".equals(found ? token.group("sign") : "")) throw unexpected();
    advance();
    return inner;
  }

  private RuleExpression operand() throws SyntaxError {
    if (is("name")) return operator(token.group("name"), token.group("value"));
    if (is("phrase")) return new Words(PostFacts.words(token.group("phrase")));
    if (is("prefix")) {
      String sign = PostFacts.folded(token.group("prefix"));
      return new Operator(sign, PostFacts.folded(token.group("tag")));
    }
    if (token.group("word").equals("AND")) throw unexpected(); // a space is all it takes
    return new Words(PostFacts.words(token.group("word")));
  }

  private RuleExpression operator(String name, String quoted) throws SyntaxError {
    String value = PostFacts.folded(quoted.replace("\"", ""));
    boolean known = OPERATORS.contains(name)
        && (!name.equals("is") || IS.contains(value))
        && (!name.equals("has") || HAS.contains(value));
    if (!known) {
      throw new SyntaxError("Reference to invalid operator '" + name + ":" + value + "'");
    }
    boolean user = name.equals("from") || name.equals("to") || name.equals("retweets_of");
    return new Operator(name, user ? value.replaceFirst("^@", "") : value);
  }

  private boolean is(String group) {
    return found && token.group(group) != null;
  }

  private void advance() throws SyntaxError {
    int end = found ? token.end() : 0;
    found = token.region(end, rule.length()).lookingAt();
    if (!found && end < rule.length()) {
      throw new SyntaxError("extraneous input near position " + (end + 1));
    }
  }

  private SyntaxError unexpected() {
    int position = found ? token.start() + 1 : rule.length();
    return new SyntaxError("mismatched input near position " + position);
  }
}
