package afa.bus;

import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An address where a question gets one answer from one of those who serve it, on any node.
 *
 * @param timeout after which the caller hears {@link BusFailure.Kind#UNAVAILABLE}
 */
public record Service<Q extends Record, R extends Record>(
    String address, Class<Q> question, Class<R> answer, Duration timeout) {
  private static final Logger log = LoggerFactory.getLogger(Service.class);

  /** Asks. The future fails with {@link BusFailure} and nothing else, within the timeout. */
  public Future<R> call(EventBus bus, Q request) {
    DeliveryOptions options = new DeliveryOptions().setSendTimeout(timeout.toMillis());
    return send(bus, request, options)
        .map(Message::body)
        .recover(failure -> Future.failedFuture(BusFailure.of(address, failure)));
  }

  private Future<Message<R>> send(EventBus bus, Q request, DeliveryOptions options) {
    try {
      return bus.request(address, request, options);
    } catch (IllegalStateException thrown) {
      if (!LostWrite.is(thrown)) throw thrown;
      return Future.failedFuture(
          new BusFailure(BusFailure.Kind.UNAVAILABLE, address + ": the connection broke"));
    }
  }

  /**
   * Answers until the consumer is unregistered or its verticle stops. Completes once the whole
   * cluster knows. A throw, a failed future and an unreadable question become an answer at once.
   */
  public Future<MessageConsumer<Q>> serve(EventBus bus, Function<Q, Future<R>> server) {
    MessageConsumer<Q> consumer = bus.consumer(address);
    consumer.handler(message -> answer(message, server));
    return consumer.completion().map(consumer);
  }

  private void answer(Message<Q> message, Function<Q, Future<R>> server) {
    ask(message, server).onSuccess(message::reply).onFailure(failure -> {
      BusFailure told = BusFailure.of(address, failure);
      if (told.kind() == BusFailure.Kind.INTERNAL) {
        log.error("A service failed: address={}", address, failure);
      }
      message.fail(told.kind().code, told.getMessage());
    });
  }

  private Future<R> ask(Message<Q> message, Function<Q, Future<R>> server) {
    Q request;
    try {
      request = message.body();
    } catch (RuntimeException unreadable) {
      return Future.failedFuture(new BusFailure(
          BusFailure.Kind.INVALID, "unreadable question: " + unreadable.getMessage()));
    }
    try {
      return server.apply(request);
    } catch (RuntimeException failure) {
      return Future.failedFuture(failure);
    }
  }
}
