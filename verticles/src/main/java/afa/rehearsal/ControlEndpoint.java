package afa.rehearsal;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.Supplier;

/** {@code /control} of a server with one network: a page for people, the same for programs. */
public final class ControlEndpoint {
  private final Network network;
  private final Faults faults;
  private final Play play;
  private final Supplier<JsonObject> state;

  /**
   * @param state what is told of the network at the top of the page
   */
  public ControlEndpoint(Network network, Faults faults, Play play, Supplier<JsonObject> state) {
    this.network = network;
    this.faults = faults;
    this.play = play;
    this.state = state;
  }

  public void mount(Router router) {
    router.get("/control").handler(context -> ControlPage.send(context, page()));
    router.get("/control/style.css").handler(ControlPage::style);
    router.get("/control/state").handler(context -> context.json(state.get()));
    new NetworkDesk(network, network::send, faults, play)
        .mount(new Orders(router, "/control", "/control"));
  }

  private String page() {
    String label = String.valueOf(state.get().getValue("network", "the network"));
    return ControlPage.html(
        List.of(new ControlSection("/control", label, state.get(), faults.known(), List.of())));
  }
}
