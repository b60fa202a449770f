package afa.links;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where an address led.
 *
 * @param landed the last one that was reached; absent unless {@link State#EXPANDED}
 * @param title what its page calls itself; a stranger's words
 */
record Expansion(State state, @Nullable URI landed, @Nullable String title) {
  /** Nobody answered, or with an error; that may pass. */
  static final Expansion FAILED = new Expansion(State.FAILED, null, null);

  /** It leads into a private network, where nobody may send us. */
  static final Expansion REFUSED = new Expansion(State.REFUSED, null, null);

  /** What came of it. */
  enum State {
    EXPANDED,
    REFUSED,
    FAILED
  }
}
