package afa.chaos;

/**
 * Which endings of one node a service manager mends by starting it again. Ours is stricter than
 * systemd: a node that fails to join again and again, or ends otherwise, has failed.
 */
final class Endings {
  /** Exit status of a node that stood still until its cluster gave it up. */
  static final int STOOD_STILL = 75;

  /** Exit status of a node that could not join its cluster. */
  static final int NOT_JOINED = 69;

  private static final int FORGIVEN =
      2; // by bad luck among faults; the third time it is a fault of ours

  private int stoodStill;
  private int notJoined;

  /** Counts an ending nobody asked for; says whether the node is to be started again. */
  boolean isMended(int status) {
    if (status == STOOD_STILL) {
      stoodStill++;
      return true;
    }
    if (status != NOT_JOINED || notJoined == FORGIVEN) return false;
    notJoined++;
    return true;
  }

  /** How often it was started again after it had stood still. */
  int stoodStill() {
    return stoodStill;
  }

  /** How often it was started again after it could not join. */
  int notJoined() {
    return notJoined;
  }
}
