package afa.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All streams of an event on one event loop, and the walk that brings them to the head. The walk
 * visits one reader after the other and sends each what there is <em>at that moment</em>: the faster
 * updates come, the more of them one write carries. It lets the event loop go on in between.
 *
 * <p>Who lacks more than a visit may send is late, and is served in the time that is left: a
 * thousand readers who come back with old numbers must not delay those who are up to date.
 */
final class Streams {
  private static final Logger log = LoggerFactory.getLogger(Streams.class);

  private static final String HEARTBEAT = ":\n\n";

  /** Beats come twice as often as streams may be silent, so that two are never too late. */
  static final int BEATS_OF_SILENCE = 2;

  /** A socket that took nothing for five heartbeats is of somebody who is gone, or never reads. */
  private static final int BEATS_UNTIL_GIVEN_UP = 10;

  private final StreamSource feed;
  private final Executor afterInput;
  private final Walk walk;
  private final Timing timing;
  private final DeliveryCounters counters;
  private final Ring<StreamReader> live = new Ring<>();
  private final Ring<StreamReader> late = new Ring<>();
  // Whose sockets are full: visited when they drain, as thousands would slow down each walk.
  private final Ring<StreamReader> full = new Ring<>();
  private final Ring<StreamReader> leaving = new Ring<>(); // were told to come back
  private final Promise<Void> gone = Promise.promise();
  private @Nullable LongSupplier comeBackMillis; // set once all are sent away
  private int beat;
  private long sent; // updates, not counted yet

  /**
   * @param afterInput runs a step when the event loop has looked at its sockets once more
   */
  Streams(StreamSource feed, Executor afterInput, DeliveryCounters counters) {
    this(feed, afterInput, System::nanoTime, counters);
  }

  /** The same, by another clock. */
  Streams(
      StreamSource feed, Executor afterInput, LongSupplier nanoTime, DeliveryCounters counters) {
    this.feed = feed;
    this.afterInput = afterInput;
    this.counters = counters;
    this.walk = new Walk(live, late, this::visit, this::stepped, afterInput, nanoTime);
    this.timing = new Timing(live, counters);
  }

  int size() {
    return live.size() + late.size() + full.size() + leaving.size();
  }

  /**
   * Begins a stream and takes in its reader until the connection closes.
   *
   * @param reset whether the reader's number belonged to another life of the log
   */
  void open(Outlet outlet, long since, boolean reset) {
    StreamReader reader = new StreamReader(this, outlet, since, feed.tail().life(), beat);
    outlet.listener(reader);
    outlet.begin(StreamHead.greeting(feed.tail().epoch(), since));
    if (reset) {
      counters.resets.increment();
      outlet.send(StreamHead.reset(feed.tail().epoch(), feed.head()));
    }
    add(reader);
  }

  private void add(StreamReader reader) {
    counters.opened();
    if (comeBackMillis != null) {
      live.add(reader);
      sendAway(reader);
    } else if (isBehind(reader)) {
      late.add(reader);
      wakeLate();
    } else {
      live.add(reader);
    }
  }

  void remove(StreamReader reader) {
    if (!reader.isPlaced()) return;
    placeOf(reader).remove(reader);
    counters.closed();
    if (comeBackMillis != null && size() == 0) gone.tryComplete();
  }

  Timing timing() {
    return timing;
  }

  /** There is something new for everybody. */
  void wake() {
    live.wake();
    walk.goOn();
  }

  /** A page from before the tail has arrived. */
  void wakeLate() {
    late.wake();
    walk.goOn();
  }

  /** The log began a new life. */
  void reset() {
    late.wake();
    wake();
  }

  /** Another half of a heartbeat is over. */
  void beat() {
    beat++;
    full.forEach(reader -> {
      if (reader.silence(beat) > BEATS_UNTIL_GIVEN_UP) giveUp(reader);
    });
    late.wake();
    wake();
  }

  private void stepped() {
    counters.delivered(sent);
    sent = 0;
    timing.look();
  }

  /** Sends a reader what it lacks, as far as that can be had and sent now. */
  void visit(StreamReader reader) {
    try {
      serve(reader);
    } catch (RuntimeException | OutOfMemoryError broken) {
      // A walk that ended here would leave everybody waiting. And nobody knows what of this
      // reader's updates was sent: it comes again.
      log.error("A stream is cut", broken);
      reader.cut();
    }
  }

  private void serve(StreamReader reader) {
    if (reader.isIn(leaving)) return;
    if (reader.isReady() && reader.startOver(feed.tail(), feed.head())) counters.resets.increment();
    // Even to be told that may have been too much for its socket.
    boolean gotOn = reader.isReady() && (isBehind(reader) ? bringOn(reader) : keepAwake(reader));
    Ring<StreamReader> place = placeFor(reader);
    place(reader, place);
    // As long as somebody gets on, there is more to do.
    if (gotOn && place == late) wakeLate();
  }

  private boolean isBehind(StreamReader reader) {
    return reader.n() < feed.tail().head();
  }

  private boolean bringOn(StreamReader reader) {
    Page page = feed.pageAfter(reader.n());
    if (page == null) return false;
    sent += reader.send(page, beat);
    // Nearly all come to the end of a page at once, and none of them is late because of that.
    if (reader.n() == page.last() && isBehind(reader) && reader.isReady()) sendNext(reader);
    return true;
  }

  private void sendNext(StreamReader reader) {
    Page next = feed.pageAfter(reader.n());
    if (next != null) sent += reader.send(next, beat);
  }

  private boolean keepAwake(StreamReader reader) {
    if (reader.silence(beat) >= BEATS_OF_SILENCE) reader.heartbeat(HEARTBEAT, beat);
    return false;
  }

  private Ring<StreamReader> placeFor(StreamReader reader) {
    if (!reader.isReady()) return full;
    return isBehind(reader) ? late : live;
  }

  private void place(StreamReader reader, Ring<StreamReader> place) {
    // One whose connection was found to be closed has left meanwhile.
    if (!reader.isPlaced() || reader.isIn(place)) return;
    placeOf(reader).remove(reader);
    place.add(reader);
  }

  private Ring<StreamReader> placeOf(StreamReader reader) {
    if (reader.isIn(full)) return full;
    if (reader.isIn(leaving)) return leaving;
    return reader.isIn(live) ? live : late;
  }

  private void giveUp(StreamReader reader) {
    counters.stalled.increment();
    remove(reader); // its connection tells later that it is closed, which would count it twice
    reader.cut();
  }

  /** Nobody can have what is after a number now: who waits for it comes again. */
  void cannotRead(long from, long to) {
    long end = Math.min(to, feed.tail().base());
    late.forEach(reader -> {
      if (reader.n() >= from && reader.n() < end) reader.end();
    });
  }

  /**
   * Sends all away who are here or still come.
   *
   * @param comeBackMillis asked for each of them
   * @return completes when they are gone
   */
  Future<Void> leave(LongSupplier comeBackMillis) {
    this.comeBackMillis = comeBackMillis;
    return new Farewell<>(List.of(live, late, full), afterInput, this::sendAway)
        .begin()
        .compose(told -> size() == 0 ? Future.succeededFuture() : gone.future());
  }

  private void sendAway(StreamReader reader) {
    placeOf(reader).remove(reader);
    leaving.add(reader);
    counters.drained.increment();
    try {
      reader.sendAway(comeBackMillis.getAsLong());
    } catch (RuntimeException | OutOfMemoryError broken) {
      log.error("A stream is cut", broken);
      reader.cut();
    }
  }

  /** Closes the connections of all who are still here. */
  void cut() {
    for (Ring<StreamReader> ring : List.of(live, late, full, leaving)) {
      ring.forEach(StreamReader::cut);
    }
  }
}
