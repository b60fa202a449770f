package afa.supervisor;

import java.time.Instant;
import java.util.Comparator;

/**
 * What a person wants of a verticle.
 *
 * @param run whether it is to run
 * @param at when that was said
 * @param who said it
 */
record Wish(boolean run, Instant at, String who) {
  /** The last one counts; of two at the same instant all nodes choose the same. */
  private static final Comparator<Wish> NEWEST =
      Comparator.comparing(Wish::at).thenComparing(w -> !w.run()).thenComparing(Wish::who);

  boolean isNewerThan(Wish other) {
    return NEWEST.compare(this, other) > 0;
  }

  Wish newer(Wish other) {
    return other.isNewerThan(this) ? other : this;
  }
}
