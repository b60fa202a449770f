package afa.rehearsal.bluesky;

import afa.rehearsal.Photo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Identifiers as Bluesky has them, made of what they stand for, so that they are always the same. */
final class Names {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final String RECORD = "bafyrei";
  private static final String BLOB = "bafkrei";
  private static final int REST = 52;
  private static final int DID_LETTERS = 24;
  private static final int SEED_LETTERS = 6; // 30 bits
  private static final List<Photo.Scene> SCENES = List.of(Photo.Scene.values());

  private Names() {}

  /** The identifier of somebody. */
  static String did(String handle) {
    return "did:plc:" + letters("did " + handle.toLowerCase(Locale.ROOT), DID_LETTERS);
  }

  /** The handle, which is the name of a host: no underscores. */
  static String handle(String handle) {
    return handle.toLowerCase(Locale.ROOT).replace('_', '-') + ".rehearsal.test";
  }

  /** The identifier of a record's content. */
  static String cid(String content) {
    return RECORD + letters(content, REST);
  }

  /** The identifier of a picture, from which it can be drawn again. */
  static String cid(Photo photo) {
    StringBuilder name = new StringBuilder(BLOB);
    name.append(LETTERS.charAt(SCENES.indexOf(photo.scene())));
    for (int i = 0; i < SEED_LETTERS; i++) {
      name.append(LETTERS.charAt((photo.seed() >>> (5 * i)) & 31));
    }
    return name + letters(name.toString(), REST - 1 - SEED_LETTERS);
  }

  /** The picture of that identifier, if it is one. */
  static Optional<Photo> photo(String cid) {
    if (!cid.startsWith(BLOB) || cid.length() != BLOB.length() + REST) return Optional.empty();
    int scene = LETTERS.indexOf(cid.charAt(BLOB.length()));
    int seed = 0;
    for (int i = 0; i < SEED_LETTERS; i++) {
      int bits = LETTERS.indexOf(cid.charAt(BLOB.length() + 1 + i));
      if (bits < 0) return Optional.empty();
      seed |= bits << (5 * i);
    }
    return scene < 0 || scene >= SCENES.size()
        ? Optional.empty()
        : Optional.of(new Photo(SCENES.get(scene), null, seed));
  }

  /** A key or revision: 13 letters that sort by time, which is given in microseconds. */
  static String tid(long micros, int clock) {
    String sorted = "234567abcdefghijklmnopqrstuvwxyz";
    long bits = (micros << 10) | (clock & 1023);
    char[] name = new char[13];
    for (int i = 12; i >= 0; i--, bits >>>= 5) name[i] = sorted.charAt((int) (bits & 31));
    return new String(name);
  }

  private static String letters(String of, int length) {
    StringBuilder letters = new StringBuilder(length);
    for (int block = 0; letters.length() < length; block++) {
      long bits = hash(block + of);
      for (int i = 0; i < 12 && letters.length() < length; i++, bits >>>= 5) {
        letters.append(LETTERS.charAt((int) (bits & 31)));
      }
    }
    return letters.toString();
  }

  private static long hash(String text) {
    long hash = FNV_OFFSET;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ octet) * FNV_PRIME;
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return hash ^ (hash >>> 29);
  }
}
