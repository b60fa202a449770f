package afa.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/**
 * What a server says of itself.
 *
 * @param domain what the handles of its people end with
 * @param streaming where it streams, without a slash at the end
 * @param tags who may read hashtags
 */
record Instance(String domain, String streaming, Access tags) {

  /** Who may read something. */
  enum Access {
    PUBLIC,
    AUTHENTICATED,
    DISABLED
  }

  /** Why hashtags of the server cannot be read, null when they can. */
  String closed(MastodonServer server) {
    if (tags == Access.DISABLED) return server.name() + " shows no hashtags to anybody";
    if (tags == Access.PUBLIC || server.hasToken()) return null;
    return server.name() + " shows hashtags only to people with an account there: "
        + MastodonTokens.VARIABLE + " has no token for it";
  }

  /** A server that says nothing. */
  static Instance unknown(MastodonServer server) {
    return new Instance(server.base().getHost(), server.base().toString(), Access.PUBLIC);
  }

  /** Reads {@code GET /api/v2/instance}. */
  static Instance ofV2(JsonNode json, MastodonServer server) {
    JsonNode configuration = json.path("configuration");
    JsonNode access = configuration.path("timelines_access").path("hashtag_feeds");
    Access local = access(MastodonJson.text(access, "local"));
    Access remote = access(MastodonJson.text(access, "remote"));
    Access wider = local.compareTo(remote) <= 0 ? local : remote;
    String streaming = MastodonJson.text(configuration.path("urls"), "streaming");
    return new Instance(
        domain(MastodonJson.text(json, "domain"), server), streaming(streaming, server), wider);
  }

  /** Reads {@code GET /api/v1/instance}, which other software has and servers of former years. */
  static Instance ofV1(JsonNode json, MastodonServer server) {
    String streaming = MastodonJson.text(json.path("urls"), "streaming_api");
    return new Instance(
        domain(MastodonJson.text(json, "uri"), server),
        streaming(streaming, server),
        Access.PUBLIC);
  }

  private static Access access(String said) {
    return switch (said) {
      case "disabled" -> Access.DISABLED;
      case "authenticated" -> Access.AUTHENTICATED;
      default -> Access.PUBLIC;
    };
  }

  private static String domain(String said, MastodonServer server) {
    String domain = said.replaceFirst("^https?://", "").replaceAll("/.*", "");
    return domain.matches("[\\w.:-]{1,253}") ? domain : server.base().getHost();
  }

  /** Never less safe than the server itself: the token goes there. */
  private static String streaming(String said, MastodonServer server) {
    String base = server.base().toString();
    String web = said.replaceFirst("^ws", "http").replaceAll("/+$", "");
    boolean safe = web.startsWith("https://") || base.startsWith("http://");
    return safe && MastodonJson.isWeb(web) && URI.create(web).getRawQuery() == null ? web : base;
  }
}
