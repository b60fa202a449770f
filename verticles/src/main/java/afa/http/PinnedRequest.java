package afa.http;

import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;

/**
 * How strangers' addresses are asked: by the very machine that was judged, whatever its name means a
 * moment later, and one step at a time, so that where a redirect leads can be judged as well.
 */
public final class PinnedRequest {
  private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

  private PinnedRequest() {}

  /** Asks {@code machine} for what is at that address of the web. */
  public static RequestOptions get(URI at, InetAddress machine) {
    boolean isTls = "https".equalsIgnoreCase(at.getScheme());
    int port = at.getPort() < 0 ? (isTls ? 443 : 80) : at.getPort();
    return new RequestOptions()
        .setAbsoluteURI(at.toASCIIString())
        .setServer(SocketAddress.inetSocketAddress(port, machine.getHostAddress()));
  }

  /** Whether an answer says that it is elsewhere. */
  public static boolean isElsewhere(int status) {
    return MOVED.contains(status);
  }
}
