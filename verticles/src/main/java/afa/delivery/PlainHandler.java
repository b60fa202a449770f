package afa.delivery;

import afa.http.Doors;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import java.util.Map;

/**
 * Serves plain requests: those that need no look into the log, cost no allowance and have no
 * mistakes. Everything else is for {@link FeedHandler}, which knows all cases.
 */
final class PlainHandler {
  private final Map<String, EventFeed> feeds;
  private final DeliveryConfig config;
  private final DeliveryCounters counters;
  private final Doors doors;
  private final SameRequests requests = new SameRequests();

  /**
   * @param feeds by event
   */
  PlainHandler(
      Map<String, EventFeed> feeds, DeliveryConfig config, DeliveryCounters counters, Doors doors) {
    this.feeds = feeds;
    this.config = config;
    this.counters = counters;
    this.doors = doors;
  }

  /** Stands by at a connection that has just come. */
  void arrived(Channel connection) {
    if (Takeover.isPossible(connection)) {
      connection.pipeline().addLast("shortcut", new Shortcut(this, (EpollSocketChannel)
          connection));
    }
  }

  /** Serves what these bytes ask for; false when it is not plain. */
  boolean serve(ByteBuf bytes, Shortcut connection) {
    PlainRequest request = requests.read(bytes);
    return request != null && serve(request, connection);
  }

  private boolean serve(PlainRequest request, Shortcut connection) {
    EventFeed feed = feeds.get(request.event());
    if (feed == null) return false;
    FeedQuery query = request.query();
    long since = query.since() == FeedQuery.NOW ? feed.head() : query.since();
    if (!isPlain(feed, query, since)) return false;
    if (request.what().equals("stream")) {
      feed.streams().open(connection.stream(), since, false);
    } else {
      counters.polls.increment();
      connection.ask(feed.polls(), since, query);
    }
    return true;
  }

  private boolean isPlain(EventFeed feed, FeedQuery query, long since) {
    return query.epoch().map(feed.tail().epoch()::equals).orElse(true)
        && since >= feed.tail().base()
        && since <= feed.head()
        && feed.head() - since <= config.freeUpdates();
  }

  /** Delivery keeps a connection from now on. */
  void keeps(Channel connection) {
    doors.watch().ifPresent(watch -> watch.forget(connection));
  }

  /** Whoever watches connections has it again. */
  void keepsNoMore(Channel connection) {
    doors.watch().ifPresent(watch -> watch.remember(connection));
  }
}
