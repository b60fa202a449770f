package afa.rehearsal.x;

import java.nio.charset.StandardCharsets;

/** Stable made-up names: the same text always gives the same. */
final class Hash {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Hash() {}

  /** 63 bits of a text. */
  static long number(String text) {
    long hash = FNV_OFFSET;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ octet) * FNV_PRIME;
    // FNV leaves the last octets in the low bits; this spreads them.
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return (hash ^ (hash >>> 29)) & Long.MAX_VALUE;
  }

  /** Up to 10 letters and digits. */
  static String letters(String text, int length) {
    StringBuilder letters = new StringBuilder();
    long rest = number(text);
    for (int i = 0; i < length; i++, rest /= LETTERS.length()) {
      letters.append(LETTERS.charAt((int) (rest % LETTERS.length())));
    }
    return letters.toString();
  }
}
