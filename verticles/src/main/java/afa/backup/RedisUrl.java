package afa.backup;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where one Redis is.
 *
 * @param user empty for the default one
 * @param password empty for none
 */
record RedisUrl(boolean tls, String host, int port, String user, String password) {
  private static final int DEFAULT_PORT = 6_379;

  /**
   * Reads {@code redis://} or {@code rediss://}.
   *
   * @throws BackupRefused without the URL in its message, as that holds a password
   */
  static RedisUrl parse(String text) {
    URI uri = uri(text);
    boolean tls = "rediss".equals(uri.getScheme());
    if ((!tls && !"redis".equals(uri.getScheme())) || uri.getHost() == null) throw refused();
    String login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = login.indexOf(':');
    return new RedisUrl(
        tls,
        uri.getHost(),
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        decoded(colon < 0 ? "" : login.substring(0, colon)),
        decoded(login.substring(colon + 1)));
  }

  private static URI uri(String text) {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException unreadable) {
      throw refused();
    }
  }

  private static BackupRefused refused() {
    return new BackupRefused("REDIS_URL must name one server, such as redis://:password@host:6379."
        + " Of Sentinel name a replica; of a Cluster each part is backed up alone");
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
