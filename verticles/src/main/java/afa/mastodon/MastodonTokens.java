package afa.mastodon;

import afa.config.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives the servers their tokens. The variable holds one token, which is the first server's, or
 * several as {@code mastodon.social=TOKEN,fosstodon.org=TOKEN}; whole addresses will do, too.
 */
final class MastodonTokens {
  /** Names the tokens. */
  static final String VARIABLE = "MASTODON_TOKEN";

  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e&&[^,]]{1,512}");

  private MastodonTokens() {}

  /** The servers with their tokens; problems go to the section and quote nothing secret. */
  static List<MastodonServer> given(
      List<MastodonServer> servers, String variable, Section mastodon) {
    List<MastodonServer> result = new ArrayList<>(servers);
    if (variable.isEmpty() || servers.isEmpty()) return result;
    for (String entry : variable.split(",", -1)) give(entry.strip(), result, mastodon);
    return result;
  }

  private static void give(String entry, List<MastodonServer> servers, Section mastodon) {
    String host = host(entry);
    String token = host.isEmpty() ? entry : entry.substring(host.length() + 1);
    int at = host.isEmpty() ? 0 : indexOf(host, servers);
    if (!TOKEN.matcher(token).matches()) {
      problem(mastodon, "holds characters that no token has");
    } else if (at < 0) {
      problem(mastodon, "has a token for " + host + ", which is none of the servers");
    } else if (servers.get(at).hasToken()) {
      problem(mastodon, "has two tokens for " + servers.get(at).name());
    } else {
      servers.set(at, servers.get(at).withToken(token));
    }
  }

  /** Tokens have neither dots nor colons, hosts have one of them. */
  private static String host(String entry) {
    int equals = entry.indexOf('=');
    String before = equals < 0 ? "" : entry.substring(0, equals);
    return before.indexOf('.') >= 0 || before.indexOf(':') >= 0 ? before : "";
  }

  private static int indexOf(String host, List<MastodonServer> servers) {
    String wanted = MastodonServer.parse(host).map(MastodonServer::name).orElse("");
    for (int i = 0; i < servers.size(); i++) {
      if (servers.get(i).name().equals(wanted)) return i;
    }
    return -1;
  }

  private static void problem(Section mastodon, String what) {
    mastodon.problem(VARIABLE, "the environment variable " + VARIABLE + " " + what);
  }
}
