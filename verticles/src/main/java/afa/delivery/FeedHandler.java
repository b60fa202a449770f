package afa.delivery;

import afa.http.Doors;
import afa.http.Problem;
import afa.http.RemoteAddress;
import afa.message.Addresses;
import afa.message.ReadLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the requests of readers: where do I go on, and may I. */
final class FeedHandler {
  private static final Logger log = LoggerFactory.getLogger(FeedHandler.class);

  private final Vertx vertx;
  private final DeliveryConfig config;
  private final DeliveryCounters counters;
  private final CatchUpGuard guard;
  private final Doors doors;
  private final LongSupplier clock;

  /**
   * @param clock in milliseconds, only goes forward
   */
  FeedHandler(
      Vertx vertx,
      DeliveryConfig config,
      DeliveryCounters counters,
      CatchUpGuard guard,
      Doors doors,
      LongSupplier clock) {
    this.vertx = vertx;
    this.config = config;
    this.counters = counters;
    this.guard = guard;
    this.doors = doors;
    this.clock = clock;
  }

  /** Where a reader goes on: its number, or the start because the number is of another life. */
  private record Start(long since, boolean reset, int life) {
    /** The same, unless the log has begun a new life since the reader asked. */
    Start in(Tail tail) {
      return life == tail.life() ? this : new Start(0, true, tail.life());
    }
  }

  /** An open stream, from the number the reader has. */
  void stream(EventFeed feed, HttpServerRequest request) {
    FeedQuery query = query(request);
    if (query == null) return;
    String lastEventId = request.getHeader("last-event-id");
    FeedQuery asked =
        lastEventId == null || lastEventId.isEmpty() ? query : query.resumedAt(lastEventId);
    start(feed, asked).onFailure(failure -> unavailable(request, failure)).onSuccess(start -> {
      if (mayHave(feed, request, start.since(), Long.MAX_VALUE)) open(feed, request, start);
    });
  }

  private void open(EventFeed feed, HttpServerRequest request, Start start) {
    if (request.response().closed()) return;
    if (!Takeover.isPossible(request)) {
      Start now = start.in(feed.tail());
      feed.streams().open(new ResponseOutlet(request.response()), now.since(), now.reset());
      return;
    }
    Takeover.take(request, outlet -> {
      doors.watch().ifPresent(watch -> watch.forget(Takeover.channel(request)));
      Start now = start.in(feed.tail());
      feed.streams().open(outlet, now.since(), now.reset());
    });
  }

  /** A page of updates, at once or as soon as there is one. */
  void updates(EventFeed feed, HttpServerRequest request) {
    FeedQuery query = query(request);
    if (query == null) return;
    counters.polls.increment();
    start(feed, query).onFailure(failure -> unavailable(request, failure)).onSuccess(start -> {
      if (mayHave(feed, request, start.since(), query.limit())) answer(feed, request, query, start);
    });
  }

  private void answer(EventFeed feed, HttpServerRequest request, FeedQuery query, Start start) {
    long since = start.since();
    if (since < feed.tail().base()) {
      answerFromLog(feed, request, query, start);
    } else if (start.reset()) {
      send(feed, request.response(), feed.tail(), query, start);
    } else {
      WaitingPoll poll = new WaitingPoll(new ResponseAsker(request.response()));
      request.response().closeHandler(gone -> feed.polls().forget(poll));
      feed.polls().add(poll, since, query);
    }
  }

  private void answerFromLog(
      EventFeed feed, HttpServerRequest request, FeedQuery query, Start start) {
    feed.pages()
        .after(start.since())
        .onFailure(failure -> unavailable(request, failure))
        .onSuccess(page -> {
          // Another life by now: it is announced within the second, and then the reader is told.
          if (page.epoch().equals(feed.tail().epoch()))
            send(feed, request.response(), page, query, start);
          else unavailable(request, new IllegalStateException("another life"));
        });
  }

  private void send(
      EventFeed feed, HttpServerResponse response, Tail updates, FeedQuery query, Start start) {
    long sent = Math.max(0, Math.min(updates.head() - start.since(), query.limit()));
    counters.delivered(sent);
    ResponseAsker.send(
        response,
        FeedAnswer.of(
            feed.event(),
            updates,
            feed.tail().head(),
            start.since(),
            query.limit(),
            start.reset()));
  }

  /** How far the log goes. */
  void head(EventFeed feed, HttpServerRequest request, boolean live) {
    ResponseAsker.send(
        request.response(), FeedAnswer.head(feed.event(), feed.tail().epoch(), feed.head(), live));
  }

  private Future<Start> start(EventFeed feed, FeedQuery query) {
    Tail tail = feed.tail();
    int life = tail.life();
    if (query.since() == FeedQuery.NOW)
      return Future.succeededFuture(new Start(feed.head(), false, life));
    if (query.epoch().isPresent() && !query.epoch().get().equals(tail.epoch())) {
      return Future.succeededFuture(new Start(0, true, life));
    }
    if (query.since() <= feed.head()) {
      return Future.succeededFuture(new Start(query.since(), false, life));
    }
    // The reader may know more than we do, from another node: only the log can tell.
    return Addresses.READ_LOG
        .call(vertx.eventBus(), new ReadLog(feed.event(), query.since(), 1))
        .map(page -> page.head() < query.since()
            ? new Start(0, true, life)
            : new Start(query.since(), false, life));
  }

  private FeedQuery query(HttpServerRequest request) {
    try {
      return FeedQuery.parse(request::getParam);
    } catch (FeedQuery.Bad bad) {
      Problem.badRequest(bad.getMessage()).send(request.response());
      return null;
    } catch (IllegalArgumentException undecodable) {
      Problem.badRequest("the query cannot be decoded").send(request.response());
      return null;
    }
  }

  private boolean mayHave(EventFeed feed, HttpServerRequest request, long since, long limit) {
    String address = RemoteAddress.of(request, config.trustForwardedFor());
    long wait = guard.ask(address, feed.head() - since, limit, clock.getAsLong());
    if (wait == 0) return true;
    counters.refused.increment();
    new Problem(
            429,
            "Too many updates asked for",
            "This address has asked for much of the log many times; go on from the last number you have.")
        .send(request.response(), wait);
    return false;
  }

  private static void unavailable(HttpServerRequest request, Throwable failure) {
    log.debug("A reader must come again", failure);
    Problem.unavailable("the log cannot be read").send(request.response(), 2);
  }
}
