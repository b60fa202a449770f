package afa.delivery;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;

/**
 * Writes through the response of Vert.x: for connections of HTTP/2 and HTTP/1.0, with TLS, or on
 * systems without epoll. What waits to be written are copies, bounded by a run and the response's
 * own queue.
 */
final class ResponseOutlet implements Outlet {
  private final HttpServerResponse response;
  private Listener listener;
  private int waiting; // writes that the connection has not taken yet
  private boolean full;
  private boolean writing;

  ResponseOutlet(HttpServerResponse response) {
    this.response = response;
  }

  @Override
  public void listener(Listener listener) {
    response.closeHandler(gone -> listener.gone());
    response.endHandler(ended -> listener.gone());
    this.listener = listener;
    response.drainHandler(drained -> makeRoom());
  }

  private void makeRoom() {
    full = false;
    // A write may fill the queue and empty it before it returns; who is told then sends twice.
    if (!writing) listener.drained();
  }

  @Override
  public void begin(String greeting) {
    StreamHead.into(response);
    send(greeting);
  }

  @Override
  public boolean isReady() {
    return !full && isOpen();
  }

  private boolean isOpen() {
    return !response.closed() && !response.ended();
  }

  @Override
  public long send(Page page, long since, long upTo) {
    write(BufferInternal.buffer(page.events(since, upTo)));
    return upTo;
  }

  private void write(Buffer events) {
    writing = true;
    waiting++;
    response.write(events).onComplete(taken -> taken());
    writing = false;
    full = response.writeQueueFull(); // also of heartbeats, when nobody takes them
  }

  private void taken() {
    waiting--;
    if (full && waiting == 0 && !response.writeQueueFull()) makeRoom();
  }

  /** Small things are sent seldom: who has not taken the one before by then takes nothing. */
  @Override
  public void send(String text) {
    if (!isOpen()) return;
    boolean tookNothing = waiting > 0;
    write(Buffer.buffer(text));
    full |= tookNothing && waiting > 0;
  }

  @Override
  public void end() {
    if (isOpen()) response.end();
  }

  @Override
  public void cut() {
    response.reset();
  }
}
