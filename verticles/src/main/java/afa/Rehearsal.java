package afa;

import afa.rehearsal.RehearsalVerticle;
import afa.rehearsal.RehearsedEvent;
import afa.rehearsal.x.XSimulator;
import afa.x.XConfig;
import afa.x.XStreamVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What a node follows when it was told of no event: a conference that is played inside it and read
 * through the real clients, over real sockets.
 *
 * @param event to follow
 * @param origin where its pictures come from
 * @param control page from which it can be disturbed
 */
record Rehearsal(FollowedEvent event, String origin, String control) {

  static Future<Rehearsal> start(Vertx vertx) {
    RehearsalVerticle verticle = new RehearsalVerticle();
    return vertx.deployVerticle(verticle).map(deployed -> of(verticle));
  }

  private static Rehearsal of(RehearsalVerticle verticle) {
    XSimulator x = verticle.x();
    XConfig config = XConfig.of(URI.create(x.url()), x.token(), List.of(RehearsedEvent.RULE));
    String event = verticle.event().event();
    FollowedEvent followed = new FollowedEvent(
        verticle.event(), Map.of(XStreamVerticle.SOURCE, () -> new XStreamVerticle(event, config)));
    return new Rehearsal(followed, x.url(), x.url() + "/control");
  }
}
