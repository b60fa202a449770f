package afa.bus;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Services that are answered for a while: by the owner of something, as long as it is the owner. */
public final class Offers {
  private final EventBus bus;
  private final List<MessageConsumer<?>> open = new ArrayList<>();
  private boolean closed;

  public Offers(EventBus bus) {
    this.bus = bus;
  }

  /** Answers until {@link #close}; completes once the whole cluster knows. */
  public <Q extends Record, R extends Record> Future<Void> serve(
      Service<Q, R> service, Function<Q, Future<R>> server) {
    return service.serve(bus, server).compose(consumer -> {
      open.add(consumer);
      return closed ? close() : Future.succeededFuture();
    });
  }

  /** Answers no more; completes once the whole cluster knows. */
  public Future<Void> close() {
    closed = true;
    List<Future<Void>> left = open.stream().map(MessageConsumer::unregister).toList();
    open.clear();
    return Future.join(left).mapEmpty();
  }
}
