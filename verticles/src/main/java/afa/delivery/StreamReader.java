package afa.delivery;

/**
 * A reader of a stream: one number, and the way to its socket. A slow one keeps its number, not a
 * queue. There may be tens of thousands, so it holds nothing that can be had elsewhere.
 */
final class StreamReader extends Ring.Member<StreamReader> implements Outlet.Listener {
  /**
   * What one visit sends at most: enough that a write carries a hundred updates under load, little
   * enough that one who lacks thousands does not keep the others waiting.
   */
  private static final int VISIT_BYTES = 64 * 1024;

  private final Streams streams;
  private final Outlet outlet;
  private long n; // the last number it has
  private int life; // of the log, that its number belongs to
  private int beat; // when something was sent last, in beats of the heart

  /**
   * @param n the last number that the reader has, in that life of the log
   */
  StreamReader(Streams streams, Outlet outlet, long n, int life, int beat) {
    this.streams = streams;
    this.outlet = outlet;
    this.n = n;
    this.life = life;
    this.beat = beat;
  }

  long n() {
    return n;
  }

  boolean isReady() {
    return outlet.isReady();
  }

  /**
   * Sends updates from a page that has what it lacks.
   *
   * @return how many
   */
  long send(Page page, int now) {
    long before = n;
    n = outlet.send(page, n, page.lastWithin(n, VISIT_BYTES));
    beat = now;
    return n - before;
  }

  /** Starts over, and is told so, when the log has begun a new life. */
  boolean startOver(Tail tail, long head) {
    if (life == tail.life()) return false;
    life = tail.life();
    n = 0;
    outlet.send(StreamHead.reset(tail.epoch(), head));
    return true;
  }

  /** Beats since something was sent. */
  int silence(int now) {
    return now - beat;
  }

  /** Shows that the connection lives. */
  void heartbeat(String comment, int now) {
    outlet.send(comment);
    beat = now;
  }

  void end() {
    outlet.end();
  }

  /** Ends the stream, whose reader comes back in a while. */
  void sendAway(long comeBackMillis) {
    outlet.send(StreamHead.comeBack(comeBackMillis));
    outlet.end();
  }

  void cut() {
    outlet.cut();
  }

  @Override
  public void drained() {
    if (isPlaced()) streams.visit(this);
  }

  @Override
  public void gone() {
    streams.remove(this);
  }
}
