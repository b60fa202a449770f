package afa.rehearsal;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Serves one simulator on a port of its own, for tests of one network.
 *
 * @param <S> which simulator
 */
public final class SimulatorServer<S extends Simulator> {
  private final Vertx vertx;
  private final HostVerticle<S> host;
  private final String deployment;

  private SimulatorServer(Vertx vertx, HostVerticle<S> host, String deployment) {
    this.vertx = vertx;
    this.host = host;
    this.deployment = deployment;
  }

  /** Starts it on a free port of loopback; completes when the port is open. */
  public static <S extends Simulator> Future<SimulatorServer<S>> start(
      Vertx vertx, long seed, Function<Setting, S> simulator) {
    HostVerticle<S> host = new HostVerticle<>(seed, simulator);
    return vertx.deployVerticle(host).map(id -> new SimulatorServer<>(vertx, host, id));
  }

  /** The base address, such as {@code http://127.0.0.1:40123}. */
  public String url() {
    return host.url();
  }

  /** To be touched within {@link #on} only. */
  public S simulator() {
    return host.simulator;
  }

  /** Does something with the simulator on its event loop. */
  public <T> Future<T> on(Function<S, T> action) {
    Promise<T> promise = Promise.promise();
    host.loop().runOnContext(now -> {
      try {
        promise.complete(action.apply(host.simulator));
      } catch (RuntimeException failure) {
        promise.fail(failure);
      }
    });
    return promise.future();
  }

  /** Closes the port and every connection. */
  public Future<Void> close() {
    return vertx.undeploy(deployment);
  }

  private static final class HostVerticle<S extends Simulator> extends VerticleBase {
    private final long seed;
    private final Function<Setting, S> make;
    private S simulator;
    private HttpServer server;

    HostVerticle(long seed, Function<Setting, S> make) {
      this.seed = seed;
      this.make = make;
    }

    @Override
    public Future<?> start() {
      Conference conference = Conference.load(Conference.DEFAULT);
      Supplier<String> url = this::url;
      simulator =
          make.apply(new Setting(vertx, conference, InstantSource.system(), new Random(seed), url));
      Router router = Router.router(vertx);
      simulator.mount(router);
      server =
          vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0));
      return server.requestHandler(router).listen();
    }

    @Override
    public Future<?> stop() {
      simulator.close();
      return server.close();
    }

    private Context loop() {
      return context;
    }

    private String url() {
      return "http://127.0.0.1:" + server.actualPort();
    }
  }
}
