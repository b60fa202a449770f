package afa.mastodon;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A server that is asked.
 *
 * @param base its address without a slash at the end
 * @param token of an account there, scope {@code read:statuses}; "" where there is none. In no log
 *     and no text
 */
record MastodonServer(URI base, String token) {

  /** A server by its address; {@code https://} may be left out. Empty when it is not one. */
  static Optional<MastodonServer> parse(String text) {
    try {
      String address = text.strip().replaceAll("/+$", "");
      URI base = new URI(address.contains("://") ? address : "https://" + address);
      boolean web = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
      boolean plain = base.getRawQuery() == null && base.getRawUserInfo() == null;
      return web && plain && base.getHost() != null && base.getRawFragment() == null
          ? Optional.of(new MastodonServer(base, ""))
          : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  MastodonServer withToken(String value) {
    return new MastodonServer(base, value);
  }

  boolean hasToken() {
    return !token.isEmpty();
  }

  /** Host, with port and path where it has them: what people call it. */
  String name() {
    return base.getRawAuthority().toLowerCase(Locale.ROOT) + base.getRawPath();
  }

  /** Whether that status was written there, which its identifier tells. */
  boolean isHomeOf(String uri) {
    String begin = name() + "/";
    int host = uri.indexOf("://") + 3;
    return host > 2 && uri.regionMatches(true, host, begin, 0, begin.length());
  }

  /** Hides the token. */
  @Override
  public String toString() {
    return base.toString();
  }
}
