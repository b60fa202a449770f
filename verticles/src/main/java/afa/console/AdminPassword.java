package afa.console;

import afa.bus.ClusterMap;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The password of {@code admin}: the one that was given, or one that is made up by the first node of
 * the cluster that has none, and holds for all others that have none.
 */
public final class AdminPassword {
  private static final String KEY = "admin";

  private final String digest;
  private final String madeUp;

  private AdminPassword(String digest, String madeUp) {
    this.digest = digest;
    this.madeUp = madeUp;
  }

  /**
   * Agrees with the other consoles on it.
   *
   * @param given to this node, if one was
   */
  public static Future<AdminPassword> agree(Vertx vertx, Optional<String> given) {
    if (given.isPresent()) {
      return Future.succeededFuture(new AdminPassword(digest(given.get()), ""));
    }
    String password = SessionCookie.random();
    String mine = digest(password);
    return ClusterMap.open(vertx, ConsoleSecrets.MAP)
        .compose(map -> map.putIfAbsent(KEY, mine))
        .map(agreed -> new AdminPassword(agreed, agreed.equals(mine) ? password : ""));
  }

  /** What was made up here, for whoever started the node; absent when another node did it. */
  public Optional<String> madeUp() {
    return madeUp.isEmpty() ? Optional.empty() : Optional.of(madeUp);
  }

  boolean matches(String password) {
    return MessageDigest.isEqual(HexFormat.of().parseHex(digest), Passwords.digest(password));
  }

  String digest() {
    return digest;
  }

  private static String digest(String password) {
    return HexFormat.of().formatHex(Passwords.digest(password));
  }
}
