package afa.rehearsal;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * {@code /control} of a rehearsal: a page for people; for programs {@code /control/{network}/…} and
 * {@code /control/all/…}. Without a network's name the orders mean X, for those who know no other.
 */
final class ControlDesk {
  private static final String PAGE = "/control";

  private final List<HostedNetwork> networks;
  private final Troupe troupe;

  ControlDesk(List<HostedNetwork> networks, Troupe troupe) {
    this.networks = networks;
    this.troupe = troupe;
  }

  void mount(Router router) {
    router.get(PAGE).handler(context -> ControlPage.send(context, page()));
    router.get(PAGE + "/style.css").handler(ControlPage::style);
    router.get(PAGE + "/all/state").handler(context -> context.json(states()));
    mountAll(new Orders(router, PAGE + "/all", PAGE + "#all"));
    for (HostedNetwork network : networks) {
      mount(router, network, PAGE + "/" + network.name());
      if (network.name().equals("x")) mount(router, network, PAGE);
    }
  }

  private static void mount(Router router, HostedNetwork network, String prefix) {
    router.get(prefix + "/state").handler(context -> context.json(network.state()));
    LatestPosts latest = network.latest();
    new NetworkDesk(latest, latest::sendByHand, network.simulator(), network.play())
        .mount(new Orders(router, prefix, PAGE + "#" + network.name()));
  }

  private void mountAll(Orders orders) {
    orders.on("/outage", this::outage);
    orders.on("/calm", wishes -> each(network -> network.simulator().calm()));
    orders.on("/silence", wishes -> {
      Duration length = wishes.seconds("seconds", 60);
      return each(network -> done(() -> network.play().silence(length)));
    });
    orders.on("/pace", wishes -> {
      troupe.pace(wishes.number("perSecond", 1, 0, 1_000));
      return Future.succeededFuture(states());
    });
    orders.on("/flood", this::flood);
    for (Fault fault : Fault.values()) {
      orders.on("/faults/" + fault.id(), wishes -> inject(fault, wishes));
    }
  }

  private Future<JsonObject> outage(Wishes wishes) {
    Duration length = wishes.seconds("seconds", 30);
    return each(network -> NetworkDesk.outage(network.simulator(), length));
  }

  private Future<JsonObject> flood(Wishes wishes) {
    double posts = wishes.number("posts", 200, 1, 1_000_000);
    double perSecond = wishes.number("perSecond", 50, 0.1, 10_000);
    return each(network -> {
      double share = troupe.share(network);
      return done(() -> network.play().flood((int) Math.ceil(posts * share), perSecond * share));
    });
  }

  private Future<JsonObject> inject(Fault fault, Wishes wishes) {
    FaultOrder order =
        new FaultOrder(fault, wishes.seconds("seconds", 0), wishes.text("detail", null));
    return each(network -> network.simulator().known().contains(fault)
        ? network.simulator().inject(order)
        : Future.succeededFuture());
  }

  private static Future<Void> done(Runnable order) {
    order.run();
    return Future.succeededFuture();
  }

  private Future<JsonObject> each(Function<HostedNetwork, Future<?>> order) {
    List<Future<?>> orders = new ArrayList<>();
    networks.forEach(network -> orders.add(order.apply(network)));
    return Future.all(orders).map(done -> states());
  }

  private JsonObject states() {
    JsonObject states = new JsonObject();
    networks.forEach(network -> states.put(network.name(), network.state()));
    return states;
  }

  private String page() {
    return ControlPage.html(networks.stream()
        .map(network -> new ControlSection(
            PAGE + "/" + network.name(),
            network.kind().label(),
            network.state(),
            network.simulator().known(),
            network.latest().list()))
        .toList());
  }
}
