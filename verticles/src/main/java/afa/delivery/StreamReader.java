package afa.delivery;

import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open stream of server-sent events: one number, and what keeps it from being the head. A reader
 * whose socket is full is left alone until it drains and then gets what it lacks; what is older than
 * the tail comes from the log, page by page.
 */
final class StreamReader {
  private static final Logger log = LoggerFactory.getLogger(StreamReader.class);

  private final HttpServerResponse response;
  private final CatchUpPages pages;
  private final DeliveryCounters counters;
  private long n;
  private boolean waitsForDrain;
  private boolean waitsForPage;

  /**
   * @param n the last number the reader has
   */
  StreamReader(HttpServerResponse response, CatchUpPages pages, DeliveryCounters counters, long n) {
    this.response = response;
    this.pages = pages;
    this.counters = counters;
    this.n = n;
  }

  /** Brings the reader as near to the head as its socket takes. */
  void flush(Tail tail) {
    while (!waitsForPage && !waitsForDrain && isOpen()) {
      if (response.writeQueueFull()) {
        waitsForDrain = true;
        response.drainHandler(drained -> {
          waitsForDrain = false;
          flush(tail);
        });
      } else if (n < tail.base()) {
        catchUp(tail);
      } else {
        Optional<Tail.Run> run = tail.after(n);
        if (run.isEmpty()) break;
        write(run.get());
      }
    }
  }

  private void catchUp(Tail tail) {
    waitsForPage = true;
    long since = n;
    pages.after(since).onComplete(read -> {
      waitsForPage = false;
      if (!isOpen()) return;
      if (n != since) { // the log began a new life meanwhile, and this reader with it
        flush(tail);
        return;
      }
      Optional<Tail.Run> run = read.succeeded() && read.result().epoch().equals(tail.epoch())
          ? read.result().after(since)
          : Optional.empty();
      if (run.isEmpty()) {
        log.debug("A reader must come again: since={}", since, read.cause());
        end(); // it resumes by its number as soon as the log can be read
        return;
      }
      write(run.get());
      flush(tail);
    });
  }

  private void write(Tail.Run run) {
    counters.delivered.increment((double) (run.last() - n));
    n = run.last();
    write(run.events());
  }

  private void write(ByteBuf events) {
    response.write(BufferInternal.buffer(events));
  }

  /** Shows that the connection lives; a reader whose socket is full is left to the idle timeout. */
  void heartbeat(Buffer comment) {
    if (isOpen() && !waitsForDrain) response.write(comment);
  }

  /** Tells the reader that its number belongs to another life of the log, and starts over. */
  void reset(String epoch, long head) {
    n = 0;
    JsonObject data = new JsonObject().put("epoch", epoch).put("head", head);
    String event = "event: reset\nid: " + epoch + ".0\ndata: " + data.encode() + "\n\n";
    if (isOpen()) response.write(event);
  }

  /** Ends the stream; a browser comes again with its last number. */
  void end() {
    if (isOpen()) response.end();
  }

  private boolean isOpen() {
    return !response.closed() && !response.ended();
  }
}
