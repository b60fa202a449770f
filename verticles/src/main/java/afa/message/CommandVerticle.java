package afa.message;

/**
 * A person wants something of a verticle.
 *
 * @param who asked, for the timeline
 * @param onlyTell whether nothing is to be done yet, only foreseen
 */
public record CommandVerticle(String verticle, Action action, String who, boolean onlyTell)
    implements BusMessage {

  public enum Action {
    START,
    STOP,
    RESTART
  }
}
