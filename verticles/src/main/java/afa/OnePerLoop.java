package afa;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Deploys a verticle once on each event loop. Vert.x hands out event loops in turn, also to others
 * that deploy at the same time, so a deployment that lands on a taken one is tried again.
 */
final class OnePerLoop {
  private final Vertx vertx;
  private final int loops;
  private final Consumer<String> ids;
  private final Supplier<? extends Deployable> verticle;
  private final Set<Thread> taken = ConcurrentHashMap.newKeySet();

  private OnePerLoop(
      Vertx vertx, int loops, Consumer<String> ids, Supplier<? extends Deployable> verticle) {
    this.vertx = vertx;
    this.loops = loops;
    this.ids = ids;
    this.verticle = verticle;
  }

  /**
   * @param loops number of event loops of {@code vertx}
   * @param ids is given the id of each deployment
   */
  static Future<Void> deploy(
      Vertx vertx, int loops, Consumer<String> ids, Supplier<? extends Deployable> verticle) {
    return new OnePerLoop(vertx, loops, ids, verticle).deployNext(4 * loops * loops);
  }

  private Future<Void> deployNext(int attempts) {
    if (taken.size() == loops) return Future.succeededFuture();
    if (attempts == 0) {
      return Future.failedFuture(
          "only " + taken.size() + " of " + loops + " event loops were handed out");
    }
    return vertx
        .deployVerticle(new OnItsOwn(verticle.get()))
        .onSuccess(ids::accept)
        .<Void>mapEmpty()
        .recover(failure ->
            failure instanceof Taken ? Future.succeededFuture() : Future.failedFuture(failure))
        .compose(deployed -> deployNext(attempts - 1));
  }

  private static final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final class OnItsOwn implements Deployable {
    private final Deployable verticle;

    OnItsOwn(Deployable verticle) {
      this.verticle = verticle;
    }

    @Override
    public Future<?> deploy(Context context) throws Exception {
      if (!taken.add(Thread.currentThread())) return Future.failedFuture(new Taken());
      return verticle.deploy(context);
    }

    @Override
    public Future<?> undeploy(Context context) throws Exception {
      taken.remove(Thread.currentThread());
      return verticle.undeploy(context);
    }
  }
}
