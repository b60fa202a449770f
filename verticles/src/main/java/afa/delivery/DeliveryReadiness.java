package afa.delivery;

/**
 * Whether readers may be sent to this node: each event loop heard of the logs lately and has their
 * tails, and none sends its readers away. The newest crew says so. Asked by any thread.
 */
public final class DeliveryReadiness {
  private final int loops;
  private volatile DeliveryCrew newest;
  private volatile boolean toOthers;

  /**
   * @param loops event loops that serve readers
   */
  public DeliveryReadiness(int loops) {
    this.loops = loops;
    this.newest = new DeliveryCrew(this, loops); // with nobody in it
  }

  /** For those that are deployed together now. */
  public DeliveryCrew newCrew() {
    DeliveryCrew crew = new DeliveryCrew(this, loops);
    newest = crew;
    return crew;
  }

  /** The node ends, and there are others that readers may go to. */
  public void endsBesideOthers() {
    toOthers = true;
  }

  boolean isBesideOthers() {
    return toOthers;
  }

  /** Whether readers are being sent away. */
  public boolean isDraining() {
    return newest.isDraining();
  }

  public boolean isReady() {
    return newest.isReady();
  }
}
