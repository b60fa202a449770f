package afa.front;

import afa.http.Problem;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection as its event loop watches it: what is in progress on it, and since when nothing is.
 * Looked at now and then instead of listening to every request, whose handlers belong to others.
 */
final class Visit {
  /** Taking an answer may last so many times longer than asking for it. */
  private static final int TO_TAKE = 10;

  private static final Problem TOO_SLOW =
      new Problem(408, "Request timeout", "its body took too long");

  /** What a look found. */
  enum Finding {
    FINE,
    /** Served before, and asks nothing more. */
    IDLE,
    SLOW
  }

  private record Asked(HttpServerRequest request, long atMillis) {
    boolean isOver() {
      HttpServerResponse response = request.response();
      return response.closed() || (request.isEnded() && response.ended());
    }
  }

  private final Channel channel;
  private long quietSince;
  private boolean served;
  private boolean leaving;
  private List<Asked> inProgress = List.of(); // several on HTTP/2 only

  Visit(Channel channel, long nowMillis) {
    this.channel = channel;
    quietSince = nowMillis;
  }

  boolean isGone() {
    return !channel.isOpen();
  }

  /** Whether it was told to close already. */
  boolean isLeaving() {
    return leaving;
  }

  /** By somebody else, until now. */
  void wasServed() {
    served = true;
  }

  /** A request came: its head is complete, its body may follow. */
  void asked(HttpServerRequest request, long nowMillis) {
    served = true;
    if (inProgress.isEmpty()) inProgress = new ArrayList<>(1);
    else inProgress.removeIf(Asked::isOver);
    inProgress.add(new Asked(request, nowMillis));
  }

  Finding look(long nowMillis, long patienceMillis) {
    boolean busy = !inProgress.isEmpty();
    if (busy) {
      quietSince = nowMillis;
      inProgress.removeIf(Asked::isOver);
      if (inProgress.isEmpty()) inProgress = List.of(); // the last request is not kept in memory
      return refuseDribbles(nowMillis - patienceMillis);
    }
    long quiet = nowMillis - quietSince;
    if (quiet <= patienceMillis) return Finding.FINE;
    if (isSending()) return quiet <= TO_TAKE * patienceMillis ? Finding.FINE : Finding.SLOW;
    return served ? Finding.IDLE : Finding.SLOW;
  }

  private Finding refuseDribbles(long latestMillis) {
    Finding finding = Finding.FINE;
    for (Asked asked : inProgress) {
      HttpServerRequest request = asked.request();
      if (request.isEnded() || asked.atMillis() >= latestMillis) continue;
      if (!request.response().headWritten()) TOO_SLOW.send(request.response());
      if (request.version() == HttpVersion.HTTP_2) request.response().reset();
      else finding = Finding.SLOW;
    }
    return finding;
  }

  private boolean isSending() {
    ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
    return waiting != null && !waiting.isEmpty();
  }

  /** Closes the connection: first as the protocol wants it, then, if that hangs, for good. */
  @SuppressWarnings("FutureReturnValueIgnored") // if it is still open, the next sweep sees it
  void close() {
    if (leaving) channel.pipeline().firstContext().close(); // past handlers that wait for the peer
    else channel.close();
    leaving = true;
  }
}
