package afa.chaos;

import java.time.Instant;

/**
 * Something that was done to a network or to the node.
 *
 * @param network its name, {@code *} for all of them
 * @param to when it was over, as far as the one who did it knows
 */
record Disturbance(String network, String what, Instant from, Instant to) {

  boolean concerns(String other) {
    return network.equals("*") || network.equals(other);
  }
}
