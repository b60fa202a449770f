package afa.console;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes of passwords: bcrypt, after SHA-512 for passwords that are longer than it can take. */
final class Passwords {
  /** About a quarter of a second of one processor, for us and for whoever guesses. */
  private static final int COST = 12;

  private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

  private Passwords() {}

  /** Blocks for a while. */
  static String hash(String password) {
    return BCrypt.with(VERSION, LongPasswordStrategies.hashSha512(VERSION))
        .hashToString(COST, password.toCharArray());
  }

  /** Blocks for a while; in constant time. */
  static boolean matches(String password, String hash) {
    return BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
        .verify(password.toCharArray(), hash.toCharArray())
        .verified;
  }

  /** For secrets that nobody can guess anyway, and to compare texts of any length in constant time. */
  static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
