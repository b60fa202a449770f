package afa.message;

import java.util.Objects;

/**
 * A person wants something of a verticle.
 *
 * @param who asked, for the timeline
 * @param onlyTell whether nothing is to be done yet, only foreseen
 */
public record CommandVerticle(String verticle, Action action, String who, boolean onlyTell)
    implements BusMessage {
  /** Refuses what does not say what is to be done: a newer version may want what we do not know. */
  public CommandVerticle {
    Objects.requireNonNull(action, "action");
  }

  public enum Action {
    START,
    STOP,
    RESTART
  }
}
