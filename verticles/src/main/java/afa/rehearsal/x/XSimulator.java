package afa.rehearsal.x;

import afa.rehearsal.Draft;
import afa.rehearsal.Ledger;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * A running simulator of X. Everything asked of it happens on its own event loop, in the order of
 * asking; it may be used from any thread.
 */
public final class XSimulator {
  private final Vertx vertx;
  private final XSimulatorVerticle verticle;
  private final String deployment;

  private XSimulator(Vertx vertx, XSimulatorVerticle verticle, String deployment) {
    this.vertx = vertx;
    this.verticle = verticle;
    this.deployment = deployment;
  }

  /** Starts one; completes when its port is open. */
  public static Future<XSimulator> start(Vertx vertx, XOptions options) {
    XSimulatorVerticle verticle = new XSimulatorVerticle(options);
    return vertx.deployVerticle(verticle).map(id -> new XSimulator(vertx, verticle, id));
  }

  /** Closes its port and every connection. */
  public Future<Void> close() {
    return vertx.undeploy(deployment);
  }

  public int port() {
    return verticle.port();
  }

  /** The base address, to be used as {@code X_API_URL}. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** Sends a post by a stranger; completes with its id. */
  public Future<String> send(String text) {
    return send(Draft.post("stranger", text));
  }

  /** Sends a post; completes with its id. */
  public Future<String> send(Draft draft) {
    return run(() -> verticle.send(draft).key());
  }

  /** Puts a new version of a post in its place; completes with the id of the new version. */
  public Future<String> edit(String id, String text) {
    return run(() -> verticle.edit(id, text).key());
  }

  /** Deletes a post with all its versions. X's stream does not tell of it, its lookup does. */
  public Future<Void> delete(String id) {
    return run(() -> {
      verticle.network().delete(id);
      return null;
    });
  }

  /** What was posted, and what became of it. */
  public Ledger ledger() {
    return verticle.network().ledger();
  }

  private <T> Future<T> run(Supplier<T> action) {
    Promise<T> promise = Promise.promise();
    verticle.context().runOnContext(now -> {
      try {
        promise.complete(action.get());
      } catch (RuntimeException failure) {
        promise.fail(failure);
      }
    });
    return promise.future();
  }
}
