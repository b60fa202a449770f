package afa.delivery;

import io.netty.channel.SingleThreadEventLoop;
import io.vertx.core.Context;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.Executor;

/**
 * Runs steps on an event loop, each after the loop has looked at its sockets once more, and has done
 * what came of that. A loop goes through its tasks and then through those for the end of its round,
 * and through each until none is left: whoever submits itself again among either kind is run again
 * and again, and the loop hears of nothing meanwhile. Only a task that an end submits waits for the
 * next look.
 */
final class AfterInput implements Executor {
  private final SingleThreadEventLoop loop;

  private AfterInput(SingleThreadEventLoop loop) {
    this.loop = loop;
  }

  static Executor of(Context context) {
    // Every loop of Netty's is one.
    return new AfterInput((SingleThreadEventLoop) ((ContextInternal) context).nettyEventLoop());
  }

  @Override
  public void execute(Runnable step) {
    atEnd(() -> loop.execute(() -> atEnd(step)));
  }

  private void atEnd(Runnable task) {
    loop.executeAfterEventLoopIteration(task);
  }
}
