package afa.chaos;

import java.time.Duration;
import java.util.Locale;

/**
 * One fault of a plan.
 *
 * @param at since the beginning of the storm
 * @param target a node, {@code node/verticle}, or a relay; empty where there is only one
 * @param length how long it is away; zero where that has no meaning
 */
record Strike(Duration at, Kind kind, String target, Duration length) {

  /** What is done. */
  enum Kind {
    /** SIGKILL, and started again later. */
    KILL,
    /** SIGSTOP, and SIGCONT later. */
    PAUSE,
    /** A verticle is restarted through the console's API. */
    RESTART,
    /** Redis is killed, and started again later. */
    KILL_REDIS,
    /** PostgreSQL is killed, and started again later. */
    KILL_POSTGRES,
    /** The connections that pass a relay are cut. */
    CUT;

    String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  @Override
  public String toString() {
    String seconds =
        length.isZero() ? "" : " for " + Math.floor(length.toMillis() / 100.0) / 10 + " s";
    return at.toSeconds() + " s: " + kind.id() + " " + target + seconds;
  }
}
