package afa.syndication;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses of feeds and of what they link to: http or https, with a host. */
final class FeedAddress {
  private FeedAddress() {}

  /** An address on the web, or nothing; spaces and the like are written as links may have them. */
  static Optional<URI> of(String text) {
    return of(null, text);
  }

  /**
   * The same, relative to another one.
   *
   * @param base null where there is none
   * @param text null gives nothing
   */
  static Optional<URI> of(URI base, String text) {
    if (text == null || text.isBlank()) return Optional.empty();
    try {
      URI link = new URI(encoded(text.strip()));
      URI address = base == null ? link : base.resolve(link);
      return isWeb(address) ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static boolean isWeb(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
  }

  private static String encoded(String text) {
    return text.replace(" ", "%20")
        .replace("|", "%7C")
        .replace("\"", "%22")
        .replace("[", "%5B")
        .replace("]", "%5D");
  }

  /**
   * Host and path, which is what a feed is called. A query may hold somebody's key, so only a few
   * letters that stand for it are shown.
   */
  static String name(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    String query = address.getRawQuery() == null ? "" : "~" + Digest.of(address.getRawQuery(), 6);
    return address.getHost() + port + address.getRawPath().replaceAll("/+$", "") + query;
  }
}
