package afa.talks;

import afa.schedule.Schedule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells two versions of a schedule apart by what they say, not by when they were written. */
final class Digest {
  private static final int BYTES = 16;

  private Digest() {}

  static String of(Schedule schedule) {
    String said = schedule.talks() + "\n" + schedule.warnings();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
