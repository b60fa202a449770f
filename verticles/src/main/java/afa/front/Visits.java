package afa.front;

import afa.http.Watch;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The connections of one event loop from their first moment. One sweep over all of them finds whoever
 * takes too long, so that none needs a timer of its own; used on that loop only.
 */
final class Visits implements Watch {
  private final long patienceMillis;
  private final FrontCounters counters;
  private final Map<Channel, Visit> visits = new HashMap<>();

  Visits(Duration patience, FrontCounters counters) {
    patienceMillis = patience.toMillis();
    this.counters = counters;
  }

  /** How often to sweep: a closed connection may have had that much more than its time. */
  long sweepMillis() {
    return Math.max(20, Math.min(5_000, patienceMillis / 6));
  }

  void arrived(Channel channel) {
    visits.putIfAbsent(channel, new Visit(channel, now()));
  }

  void gone(Channel channel) {
    visits.remove(channel);
  }

  @Override
  public void forget(Channel channel) {
    visits.remove(channel);
  }

  @Override
  public void remember(Channel channel) {
    visits.computeIfAbsent(channel, kept -> new Visit(kept, now())).wasServed();
  }

  void asked(HttpServerRequest request) {
    Visit visit = visits.get(channel(request.connection()));
    if (visit != null) visit.asked(request, now());
  }

  /** Closes those who take too long. */
  void sweep() {
    long now = now();
    // A copy, as who is closed leaves at once.
    for (Map.Entry<Channel, Visit> visit : List.copyOf(visits.entrySet())) {
      if (visit.getValue().isGone()) gone(visit.getKey());
      else look(visit.getValue(), now);
    }
  }

  private void look(Visit visit, long now) {
    Visit.Finding finding = visit.look(now, patienceMillis);
    if (finding == Visit.Finding.FINE) return;
    if (!visit.isLeaving())
      (finding == Visit.Finding.IDLE ? counters.idle : counters.slow).increment();
    visit.close();
  }

  int size() {
    return visits.size();
  }

  /** Vert.x shows the socket of a connection only here. */
  static Channel channel(HttpConnection connection) {
    return ((ConnectionBase) connection).channel();
  }

  private static long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
