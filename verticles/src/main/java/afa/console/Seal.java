package afa.console;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the nodes of a cluster sign, so that each of them can tell what another has given out. */
final class Seal {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param key 256 bits, the same on all nodes
   */
  Seal(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * A text that whoever has it can read and nobody can change.
   *
   * @param use what it is for; what is sealed for one use is not taken for another
   */
  String seal(String use, String text) {
    String body = encode(text.getBytes(StandardCharsets.UTF_8));
    return body + "." + sign(use, body);
  }

  /** The text again, unless somebody else made it. */
  Optional<String> open(String use, String sealed) {
    int dot = sealed.indexOf('.');
    if (dot < 0) return Optional.empty();
    String body = sealed.substring(0, dot);
    if (!same(sign(use, body), sealed.substring(dot + 1))) return Optional.empty();
    return Optional.of(new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8));
  }

  /** What only a node of the cluster can say about that text. */
  String sign(String use, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return encode(mac.doFinal((use + "\n" + text).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }

  /** Compares in a time that says nothing of where they differ. */
  static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
