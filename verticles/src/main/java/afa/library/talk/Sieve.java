package afa.library.talk;

import java.util.Set;

/**
 * Which posts of a talk are looked at.
 *
 * @param upTo the number of the last one
 * @param without numbers of those that are left out
 */
public record Sieve(long upTo, Set<Long> without) {
  /** All of them. */
  public static final Sieve ALL = new Sieve(Long.MAX_VALUE, Set.of());

  public Sieve {
    without = Set.copyOf(without);
  }

  Long[] numbers() {
    return without.toArray(Long[]::new);
  }
}
