package afa.x;

import afa.config.Environment;
import afa.config.Section;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Settings of the X source: {@code sources.x} of an event file, and what is secret from the
 * environment.
 *
 * @param api base address of X's API
 * @param token app-only bearer token; in no log and no text
 * @param rules what to ask for, in X's rule language, 1 to 1,000, each different
 * @param limit how many posts may be read, for each one costs
 * @param policy what may be shown
 * @param fields whether search names its fields by X's old word (tweet) or its new one (post)
 */
public record XConfig(
    URI api,
    String token,
    List<String> rules,
    XLimit limit,
    XPolicy policy,
    XFields fields,
    XTuning tuning) {
  /** Names the token. */
  public static final String TOKEN = "X_BEARER_TOKEN";

  /** Names the base address, for rehearsals and tests. */
  public static final String API = "X_API_URL";

  private static final String DEFAULT_API = "https://api.x.com";

  /** Longest rule of a pay-per-use app. */
  private static final int MOST_RULE = 1_024;

  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,4096}");

  public XConfig {
    rules = List.copyOf(rules);
  }

  /** Reads {@code sources.x}; problems go to the section. */
  public static XConfig read(Section x, Environment environment) {
    XConfig config = new XConfig(
        api(x, environment),
        token(x, environment),
        rules(x),
        XLimit.read(x),
        XPolicy.read(x),
        XFields.read(x),
        XTuning.read(x));
    x.end();
    return config;
  }

  /** Settings for a server that is not X, where posts cost nothing: a rehearsal, a test. */
  public static XConfig of(URI api, String token, List<String> rules) {
    XTuning tuning = XTuning.DEFAULT.lookingBack(Duration.ofDays(1));
    return new XConfig(api, token, rules, XLimit.NONE, XPolicy.DEFAULT, XFields.TWEET, tuning);
  }

  /** The same with other times and bounds. */
  XConfig with(XTuning other) {
    return new XConfig(api, token, rules, limit, policy, fields, other);
  }

  /** The same with another limit. */
  XConfig with(XLimit other) {
    return new XConfig(api, token, rules, other, policy, fields, tuning);
  }

  /** The same, showing more or less. */
  XConfig with(XPolicy other) {
    return new XConfig(api, token, rules, limit, other, fields, tuning);
  }

  private static List<String> rules(Section x) {
    List<String> rules =
        x.texts("rules").stream().map(XRules::normal).distinct().toList();
    if (rules.isEmpty())
      x.problem("rules", "expected 1 to 1000 rules such as \"#aea -is:retweet\"");
    if (rules.size() > XRules.MOST_RULES) {
      x.problem("rules", rules.size() + " rules; X allows " + XRules.MOST_RULES);
    }
    for (String rule : rules) {
      if (rule.length() <= MOST_RULE) continue;
      x.problem(
          "rules",
          "\"" + XText.label(rule, 60) + "…\" has " + rule.length() + " characters; X allows "
              + MOST_RULE);
    }
    return rules;
  }

  private static String token(Section x, Environment environment) {
    String token = environment.get(TOKEN).orElse("");
    if (token.isEmpty()) {
      x.problem(TOKEN, "the source X needs its bearer token in the environment variable " + TOKEN);
    } else if (!PRINTABLE.matcher(token).matches()) {
      x.problem(TOKEN, "the environment variable " + TOKEN + " holds characters that no token has");
    }
    return token;
  }

  private static URI api(Section x, Environment environment) {
    String address = environment.get(API).orElse(DEFAULT_API);
    try {
      URI api = new URI(address.replaceAll("/+$", ""));
      boolean web = "https".equals(api.getScheme()) || "http".equals(api.getScheme());
      if (web && api.getHost() != null && api.getRawQuery() == null) return api;
    } catch (java.net.URISyntaxException notAnAddress) {
      // said below
    }
    x.problem(API, "the environment variable " + API + " is not an address such as " + DEFAULT_API);
    return URI.create(DEFAULT_API);
  }

  /** Hides the token. */
  @Override
  public String toString() {
    return "XConfig[api=" + api + ", rules=" + rules + ", limit=" + limit + "]";
  }
}
