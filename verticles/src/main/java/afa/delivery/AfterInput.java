package afa.delivery;

import io.netty.channel.SingleThreadEventLoop;
import io.vertx.core.Context;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.Executor;

/**
 * Runs steps on an event loop, each after the loop has looked at its sockets once more. A task that
 * only submits itself again would be run many times before that.
 */
final class AfterInput {
  private AfterInput() {}

  static Executor of(Context context) {
    // Every loop of Netty's is one.
    var loop = (SingleThreadEventLoop) ((ContextInternal) context).nettyEventLoop();
    return loop::executeAfterEventLoopIteration;
  }
}
