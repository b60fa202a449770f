package afa.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells names inside a private network from those of the web: what strangers make us ask from within
 * a house must not lead to the machines there.
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

  /** Loopback, link-local, private, shared by a provider, or nobody's; or a way around to one. */
  public static boolean isInside(InetAddress address) {
    boolean known = address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress();
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    if (bytes.length == 16) return known || isInsideSix(bytes);
    boolean isShared = first == 100 && (bytes[1] & 0xc0) == 64; // 100.64.0.0/10
    boolean isTest = first == 198 && (bytes[1] & 0xfe) == 18; // 198.18.0.0/15
    boolean isProtocol = first == 192 && bytes[1] == 0 && bytes[2] == 0; // 192.0.0.0/24
    return known || isShared || isTest || isProtocol || first == 0 || first >= 240;
  }

  /**
   * Of IPv6 only 2000::/3 is the web (RFC 4291). What is translated to IPv4 on its way is judged by
   * where it arrives: 64:ff9b::/96 and 2002::/16 (RFC 6052, RFC 3056). Nobody can tell where that is
   * of 64:ff9b:1::/48, whose translator belongs to a house (RFC 8215), nor of the tunnels of
   * 2001::/32 (RFC 4380).
   */
  private static boolean isInsideSix(byte[] bytes) {
    if (begins(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
      return isInside(ofFour(bytes, 12));
    }
    if (begins(bytes, 0x20, 0x02)) return isInside(ofFour(bytes, 2));
    return (bytes[0] & 0xe0) != 0x20 || begins(bytes, 0x20, 0x01, 0, 0);
  }

  private static boolean begins(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) if ((bytes[i] & 0xff) != prefix[i]) return false;
    return true;
  }

  private static InetAddress ofFour(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four bytes are an address", impossible);
    }
  }
}
