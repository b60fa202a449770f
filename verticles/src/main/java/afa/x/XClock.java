package afa.x;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time at X, as its last answer told it. Cursors are compared with times that X gives to posts,
 * so a node whose own clock is wrong must not make them. X tells the time in whole seconds; that
 * makes this clock late by up to a second, which for a cursor is the harmless side.
 */
final class XClock {
  private final InstantSource own;
  private Duration ahead = Duration.ZERO;

  XClock(InstantSource own) {
    this.own = own;
  }

  void answered(XAnswer.Headers headers) {
    headers.date().ifPresent(date -> ahead = Duration.between(own.instant(), date));
  }

  Instant now() {
    return own.instant().plus(ahead);
  }

  /** A time of X's clock by ours. */
  Instant ours(Instant atX) {
    return atX.minus(ahead);
  }
}
