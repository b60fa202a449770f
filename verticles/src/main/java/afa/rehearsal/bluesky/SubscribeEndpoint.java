package afa.rehearsal.bluesky;

import afa.rehearsal.Fault;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /subscribe} in the old format, {@code /xrpc/…subscribeEvents} in the new one. */
final class SubscribeEndpoint {
  private static final String V2 = "/xrpc/network.bsky.jetstream.subscribeEvents";
  private static final String SUBPROTOCOL = "xrpc.v1.json";
  private static final long LEAST_TIME = 1_000_000_000_000_000L;

  private final Vertx vertx;
  private final Firehose firehose;
  private final Outages outages;
  private final InstantSource clock;
  private int connections;

  SubscribeEndpoint(Vertx vertx, Firehose firehose, Outages outages, InstantSource clock) {
    this.vertx = vertx;
    this.firehose = firehose;
    this.outages = outages;
    this.clock = clock;
  }

  /** @param prefix before the paths of the real network */
  void mount(Router router, String prefix) {
    router.get(prefix + "/subscribe").handler(context -> v1(context));
    router.get(prefix + V2).handler(context -> v2(context));
  }

  /** How many connections there were so far. */
  int connections() {
    return connections;
  }

  private void v1(RoutingContext context) {
    Optional<Fault> refusal = refusal();
    if (refusal.isPresent()) {
      refuse(context.response(), refusal.get());
      return;
    }
    MultiMap asked = context.queryParams();
    open(context, false, asked.getAll("wantedCollections"), List.of());
  }

  private void v2(RoutingContext context) {
    MultiMap asked = context.queryParams();
    boolean old = asked.contains("wantedCollections") || asked.contains("wantedDids");
    List<String> kinds = asked.getAll("kinds");
    boolean idle = !kinds.isEmpty() && !kinds.contains("commit") && asked.contains("collections");
    Optional<Fault> refusal = refusal();
    if (refusal.isPresent()) {
      error(context.response(), 503, "ServiceUnavailable", "rehearsed");
    } else if (old || idle) {
      error(context.response(), 400, "InvalidRequest", "rehearsed");
    } else {
      String offered = context.request().getHeader("sec-websocket-protocol");
      if (SUBPROTOCOL.equals(offered)) {
        context.response().putHeader("sec-websocket-protocol", SUBPROTOCOL);
      }
      open(context, true, asked.getAll("collections"), kinds);
    }
  }

  private Optional<Fault> refusal() {
    return outages.refusal(Fault.OUTAGE, Fault.UNAVAILABLE, Fault.UNAVAILABLE_HTML);
  }

  private static void refuse(HttpServerResponse response, Fault fault) {
    boolean html = fault == Fault.UNAVAILABLE_HTML;
    response
        .setStatusCode(html ? 502 : 503)
        .putHeader("content-type", html ? "text/html" : "text/plain")
        .end(html ? "<html><h1>502 Bad Gateway</h1></html>" : "rehearsed: not ready");
  }

  private static void error(HttpServerResponse response, int status, String name, String words) {
    response
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(new JsonObject().put("error", name).put("message", words).encode());
  }

  private void open(
      RoutingContext context, boolean isV2, List<String> collections, List<String> kinds) {
    Optional<Long> cursor = cursor(context.queryParam("cursor"));
    if (cursor.isEmpty()) {
      error(context.response(), 400, "InvalidRequest", "cursor is no number");
      return;
    }
    context
        .request()
        .toWebSocket()
        .onSuccess(socket -> {
          Subscriber subscriber =
              new Subscriber(vertx, socket, context.request().connection(), isV2, collections);
          subscriber.kinds(kinds);
          opened(socket, subscriber, isV2, cursor.get());
        })
        .onFailure(noUpgrade -> {
          if (!context.response().ended()) {
            error(context.response(), 400, "InvalidRequest", "not a WebSocket");
          }
        });
  }

  private void opened(ServerWebSocket socket, Subscriber subscriber, boolean isV2, long cursor) {
    connections++;
    socket.closeHandler(closed -> {
      firehose.remove(subscriber);
      subscriber.stalledSince().ifPresent(outages::stalled);
    });
    // The new format is one way.
    if (isV2) socket.handler(data -> subscriber.drop());
    else socket.textMessageHandler(text -> update(subscriber, text));
    firehose.add(subscriber, cursor);
  }

  /** Empty when it is none; 0 where nothing is to be replayed. */
  private Optional<Long> cursor(List<String> values) {
    if (values.isEmpty()) return Optional.of(0L);
    if (!values.get(0).matches("[0-9]{1,18}")) return Optional.empty();
    long cursor = Long.parseLong(values.get(0));
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    return Optional.of(cursor < LEAST_TIME || cursor > now ? 0L : cursor);
  }

  private static void update(Subscriber subscriber, String text) {
    try {
      JsonObject message = new JsonObject(text);
      if (!"options_update".equals(message.getString("type"))) return;
      JsonArray wanted =
          message.getJsonObject("payload").getJsonArray("wantedCollections", new JsonArray());
      List<String> collections = new ArrayList<>();
      wanted.forEach(collection -> collections.add((String) collection));
      subscriber.collections(collections);
    } catch (DecodeException | ClassCastException | NullPointerException invalid) {
      subscriber.drop();
    }
  }
}
