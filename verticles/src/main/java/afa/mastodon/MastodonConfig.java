package afa.mastodon;

import afa.config.Environment;
import afa.config.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Settings of the Mastodon source: {@code sources.mastodon} of an event file, and what is secret
 * from the environment.
 *
 * @param servers each sees a part of the network; posts that several of them have are one
 * @param tags without {@code #}
 */
public record MastodonConfig(
    List<MastodonServer> servers, List<String> tags, OptOuts optOuts, MastodonTuning tuning) {
  /** Names the tokens: one, which is the first server's, or {@code host=token,host=token}. */
  public static final String TOKEN = MastodonTokens.VARIABLE;

  /** Names servers to use instead of those of the event file, for rehearsals and tests. */
  public static final String URL = "MASTODON_URL";

  private static final int MOST_SERVERS = 20;
  private static final int MOST_TAGS = 10; // each is a connection to each server

  /** Letters and digits of any script; digits alone are no tag. */
  private static final Pattern TAG =
      Pattern.compile("(?=.*[\\p{L}\\p{M}_])[\\p{L}\\p{M}\\p{N}_\\u00B7\\u200C]{1,100}");

  public MastodonConfig {
    servers = List.copyOf(servers);
    tags = List.copyOf(tags);
  }

  /** Reads {@code sources.mastodon}; problems go to the section. */
  public static MastodonConfig read(Section mastodon, Environment environment) {
    List<MastodonServer> servers = servers(mastodon, environment);
    String tokens = environment.get(TOKEN).orElse("");
    MastodonConfig config = new MastodonConfig(
        MastodonTokens.given(servers, tokens, mastodon),
        tags(mastodon),
        OptOuts.read(mastodon),
        tuning(mastodon));
    mastodon.end();
    return config;
  }

  /** Settings for a rehearsal: servers at these addresses that all take the same token. */
  public static MastodonConfig of(List<String> servers, String token, List<String> tags) {
    List<MastodonServer> all = servers.stream()
        .map(address -> MastodonServer.parse(address).orElseThrow().withToken(token))
        .toList();
    return new MastodonConfig(all, tags, OptOuts.RESPECT, MastodonTuning.DEFAULT);
  }

  /** The same with other times and bounds. */
  MastodonConfig with(MastodonTuning other) {
    return new MastodonConfig(servers, tags, optOuts, other);
  }

  /**
   * What a part of the network, a tag at a server, is called in cursors and reports. Another server
   * that is added or taken away leaves the name as it is.
   */
  String part(MastodonServer server, String tag) {
    String name = MastodonSource.NAME + ":" + server.name();
    return tags.size() == 1 ? name : name + "#" + tag;
  }

  private static List<MastodonServer> servers(Section mastodon, Environment environment) {
    List<String> named = mastodon.texts("servers");
    Optional<String> replaced = environment.get(URL);
    List<String> addresses = replaced.map(url -> List.of(url.split(","))).orElse(named);
    String key = replaced.isPresent() ? URL : "servers";
    List<MastodonServer> servers = new ArrayList<>();
    for (String address : addresses) {
      MastodonServer.parse(address)
          .ifPresentOrElse(
              server -> addOnce(server, servers),
              () -> mastodon.problem(key, address + " is no address of a server"));
    }
    if (addresses.isEmpty() || servers.size() > MOST_SERVERS) {
      mastodon.problem(
          key, "expected 1 to " + MOST_SERVERS + " servers such as https://mastodon.social");
    }
    return servers;
  }

  private static void addOnce(MastodonServer server, List<MastodonServer> servers) {
    boolean isNew = servers.stream().noneMatch(other -> other.name().equals(server.name()));
    if (isNew) servers.add(server);
  }

  private static List<String> tags(Section mastodon) {
    List<String> tags = new ArrayList<>();
    for (String text : mastodon.texts("tags")) {
      String tag = text.startsWith("#") ? text.substring(1) : text;
      if (!TAG.matcher(tag).matches()) mastodon.problem("tags", text + " is no hashtag");
      else if (tags.stream().noneMatch(t -> Hashtags.folded(t).equals(Hashtags.folded(tag))))
        tags.add(tag);
    }
    if (!mastodon.has("tags") || tags.size() > MOST_TAGS) {
      mastodon.problem("tags", "expected 1 to " + MOST_TAGS + " hashtags such as aea");
    }
    return tags;
  }

  private static MastodonTuning tuning(Section mastodon) {
    MastodonTuning usual = MastodonTuning.DEFAULT;
    return new MastodonTuning(
        usual.answer(),
        mastodon.seconds("stallSeconds", 30, 20, 300),
        mastodon.seconds("every", 20, 10, 3_600),
        mastodon.seconds("overlapSeconds", 600, 60, 3_600),
        usual.quiet(),
        Duration.ofMinutes(mastodon.integer("lookBackMinutes", 60, 1, 10_000)),
        usual.pages(),
        Duration.ofMinutes(mastodon.integer("checkMinutes", 5, 1, 60)),
        usual.streamAgain(),
        usual.backoff(),
        usual.appender());
  }
}
