package afa.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.Executor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On loops of the operating system's own kind, and of Java's. */
final class AfterInputTest {
  /** Far more than fit between two looks at the sockets; a loop that never looks ends all the same. */
  private static final int MOST_STEPS = 20_000_000;

  private int steps;
  private boolean heard;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void socketsAreLookedAtBetweenStepsThatAskForTheNext(boolean isNative) throws Exception {
    Vertx vertx = Vertx.builder()
        .with(new VertxOptions().setPreferNativeTransport(isNative))
        .build();
    try {
      Context loop = vertx.getOrCreateContext();
      Promise<Integer> stepsUntilHeard = Promise.promise();
      NetSocket sender = connect(vertx, loop).await(30, SECONDS);
      loop.runOnContext(begin -> {
        step(AfterInput.of(loop), stepsUntilHeard);
        sender.write(Buffer.buffer("!")); // by the loop itself, between two steps
      });
      assertThat(stepsUntilHeard.future().await(30, SECONDS)).isBetween(1, MOST_STEPS - 1);
    } finally {
      vertx.close().await(30, SECONDS);
    }
  }

  private Future<NetSocket> connect(Vertx vertx, Context loop) {
    Promise<NetSocket> connected = Promise.promise();
    loop.runOnContext(begin -> {
      NetServer server = vertx.createNetServer();
      server
          .connectHandler(socket -> socket.handler(bytes -> heard = true))
          .listen(0, "127.0.0.1")
          .compose(up -> vertx.createNetClient().connect(up.actualPort(), "127.0.0.1"))
          .onComplete(connected);
    });
    return connected.future();
  }

  private void step(Executor afterInput, Promise<Integer> stepsUntilHeard) {
    steps++;
    if (heard || steps == MOST_STEPS) stepsUntilHeard.complete(steps);
    else afterInput.execute(() -> step(afterInput, stepsUntilHeard));
  }
}
