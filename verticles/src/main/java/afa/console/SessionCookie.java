package afa.console;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the cookie of somebody who has logged in says.
 *
 * @param id random, new at each login
 * @param begun at login
 * @param seen when this cookie was given out; a newer one follows while it is used
 * @param fingerprint of the password that was given: with it the session ends
 */
record SessionCookie(String id, String user, Instant begun, Instant seen, String fingerprint) {
  static final String NAME = "afa_console";

  /** Whoever does nothing for so long logs in again. */
  static final Duration IDLE = Duration.ofMinutes(30);

  /** Whatever one does, one logs in again every day. */
  static final Duration LONGEST = Duration.ofHours(12);

  private static final Duration RENEWED_AFTER = Duration.ofMinutes(1);
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);
  private static final String USE = "session";
  private static final SecureRandom RANDOM = new SecureRandom();

  static SessionCookie begin(String user, String fingerprint, Instant now) {
    Instant begun = now.truncatedTo(ChronoUnit.MILLIS);
    return new SessionCookie(random(), user, begun, begun, fingerprint);
  }

  /** 128 bits that nobody can guess. */
  static String random() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  String sealed(Seal seal) {
    String text = String.join(
        "|",
        id,
        user,
        Long.toString(begun.toEpochMilli()),
        Long.toString(seen.toEpochMilli()),
        fingerprint);
    return seal.seal(USE, text);
  }

  /** The session of a cookie that a node of this cluster gave out and that is still good. */
  static Optional<SessionCookie> open(Seal seal, String cookie, Instant now) {
    return seal.open(USE, cookie).map(SessionCookie::parse).filter(told -> told.isGood(now));
  }

  private static SessionCookie parse(String text) {
    String[] parts = text.split("\\|", -1); // sealed by us: it has its five parts
    return new SessionCookie(parts[0], parts[1], instant(parts[2]), instant(parts[3]), parts[4]);
  }

  private static Instant instant(String text) {
    return Instant.ofEpochMilli(Long.parseLong(text));
  }

  private boolean isGood(Instant now) {
    return now.isBefore(seen.plus(IDLE))
        && now.isBefore(begun.plus(LONGEST))
        && now.isAfter(seen.minus(CLOCKS_DIFFER_BY));
  }

  boolean isToBeRenewed(Instant now) {
    return now.isAfter(seen.plus(RENEWED_AFTER));
  }

  SessionCookie renewed(Instant now) {
    return new SessionCookie(id, user, begun, now, fingerprint);
  }

  /** What a page of this session sends with whatever it wants done. */
  String csrf(Seal seal) {
    return seal.sign("csrf", id);
  }
}
