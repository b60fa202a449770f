package afa.schedule;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name on a network.
 *
 * @param network as sources are named: {@code x}, {@code mastodon}, {@code bluesky}, {@code flickr}
 * @param name without a leading {@code @}, lower case; of Mastodon {@code name@server}
 */
public record Handle(String network, String name) {
  private static final Pattern X_NAME = Pattern.compile("@?([A-Za-z0-9_]{1,15})");
  private static final Pattern X_PATH = Pattern.compile("/@?([A-Za-z0-9_]{1,15})/?");
  private static final Pattern MASTODON_PATH = Pattern.compile("/@([A-Za-z0-9_.-]{1,64})/?");
  private static final Pattern BLUESKY_PATH = Pattern.compile("/profile/([A-Za-z0-9.:-]{1,253})/?");
  private static final Pattern FLICKR_PATH =
      Pattern.compile("/(?:people|photos)/([A-Za-z0-9@_-]{1,64})/?");

  public Handle {
    name = name.toLowerCase(Locale.ROOT);
  }

  /** The account that a page shows, told by its host, as what links are called is no help. */
  public static Optional<Handle> ofPage(String address) {
    URI uri;
    try {
      uri = new URI(address.strip());
    } catch (java.net.URISyntaxException noAddress) {
      return Optional.empty();
    }
    if (uri.getHost() == null || uri.getRawPath() == null) return Optional.empty();
    String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^(www|mobile|m)\\.", "");
    String path = uri.getRawPath();
    return switch (host) {
      case "x.com", "twitter.com" -> named("x", X_PATH, path, "");
      case "bsky.app" -> named("bluesky", BLUESKY_PATH, path, "");
      case "flickr.com" -> named("flickr", FLICKR_PATH, path, "");
      case "medium.com", "youtube.com", "threads.net", "threads.com", "tiktok.com" ->
        Optional.empty();
      default -> named("mastodon", MASTODON_PATH, path, "@" + host);
    };
  }

  /** What a field for X holds: an address, or the bare name. */
  static Optional<Handle> ofX(String text) {
    Matcher bare = X_NAME.matcher(text.strip());
    return bare.matches() ? Optional.of(new Handle("x", bare.group(1))) : ofPage(text);
  }

  private static Optional<Handle> named(String network, Pattern form, String path, String server) {
    Matcher matcher = form.matcher(path);
    return matcher.matches()
        ? Optional.of(new Handle(network, matcher.group(1) + server))
        : Optional.empty();
  }
}
