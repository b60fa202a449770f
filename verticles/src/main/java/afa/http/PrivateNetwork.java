package afa.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Tells names inside a private network from those of the web: what strangers wrote must not lead a
 * server to the machines of its own house.
 */
public final class PrivateNetwork {
  private final Vertx vertx;
  private final Names names;

  /** Gives all addresses of a name; may block. */
  public interface Names {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  public PrivateNetwork(Vertx vertx, Names names) {
    this.vertx = vertx;
    this.names = names;
  }

  /** Whether any address of the name is inside; a name that nobody knows is not. */
  public Future<Boolean> has(String host) {
    return vertx.executeBlocking(() -> hasAny(host), false);
  }

  private boolean hasAny(String host) {
    try {
      for (InetAddress address : names.resolve(host)) if (isInside(address)) return true;
      return false;
    } catch (UnknownHostException unknown) {
      return false; // nothing will be asked there
    }
  }

  /** Loopback, link-local, private, shared by a provider, or nobody's. */
  public static boolean isInside(InetAddress address) {
    boolean known = address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress();
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    if (bytes.length == 16) return known || (first & 0xfe) == 0xfc; // fc00::/7
    boolean isShared = first == 100 && (bytes[1] & 0xc0) == 64; // 100.64.0.0/10
    return known || isShared || first == 0;
  }
}
