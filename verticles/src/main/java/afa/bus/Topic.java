package afa.bus;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An address where facts are told to whoever listens, on any node, at most once each.
 *
 * @param address on the event bus
 * @param type of the messages; registered with {@link RecordCodec}
 */
public record Topic<T extends Record>(String address, Class<T> type) {
  private static final Logger log = LoggerFactory.getLogger(Topic.class);

  /** Tells all listeners; nobody learns whether one of them heard it. */
  public void publish(EventBus bus, T message) {
    try {
      bus.publish(address, message);
    } catch (IllegalStateException thrown) {
      if (!LostWrite.is(thrown)) throw thrown;
    }
  }

  /**
   * Listens until the consumer is unregistered or its verticle stops. Completes once the whole
   * cluster knows. What the listener throws is logged, and the next message still comes.
   */
  public Future<MessageConsumer<T>> subscribe(EventBus bus, Consumer<T> listener) {
    MessageConsumer<T> consumer = bus.consumer(address);
    consumer.handler(message -> hear(message, listener));
    return consumer.completion().map(consumer);
  }

  private void hear(Message<T> message, Consumer<T> listener) {
    try {
      listener.accept(message.body());
    } catch (RuntimeException failure) {
      log.error("A listener failed: address={}", address, failure);
    }
  }
}
