package afa.supervisor;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is started, stopped and restarted as one: a verticle, or its instances of all event loops.
 *
 * @param verticle its name, the same on all nodes
 * @param oneInCluster whether one node works and the others stand by; a person's stop then counts
 *     for all nodes, or another one would take over at once
 * @param servesStrangers whether what is thrown may be the doing of one request; it is told, and
 *     no reason to send everybody else away
 * @param lagMeaning what its lag counts, null where it has none
 * @param stopPatience how long a stop may take before it is given up
 * @param over why it has nothing to do any more, as a sentence; empty while it has. It does not run
 *     then, whatever people want
 * @param launch deploys it, each time anew
 */
public record Unit(
    String verticle,
    boolean oneInCluster,
    boolean servesStrangers,
    @Nullable String lagMeaning,
    Duration stopPatience,
    Supplier<Optional<String>> over,
    Launch launch) {
  private static final Duration STOP = Duration.ofSeconds(15);

  /** Deploys the verticles of a unit. */
  public interface Launch {
    /**
     * Completes when all serve.
     *
     * @param crew is told of each verticle before it is deployed, and of each deployment
     */
    Future<?> deploy(Crew crew);
  }

  /** One that works on each node where it is started. */
  public static Unit of(String verticle, Launch launch) {
    return new Unit(verticle, false, false, null, STOP, Optional::empty, launch);
  }

  /** One of which a single one in the cluster works. */
  public Unit oneForAll() {
    return new Unit(verticle, true, servesStrangers, lagMeaning, stopPatience, over, launch);
  }

  public Unit forStrangers() {
    return new Unit(verticle, oneInCluster, true, lagMeaning, stopPatience, over, launch);
  }

  public Unit lagging(String meaning) {
    return new Unit(verticle, oneInCluster, servesStrangers, meaning, stopPatience, over, launch);
  }

  public Unit stoppingWithin(Duration patience) {
    return new Unit(verticle, oneInCluster, servesStrangers, lagMeaning, patience, over, launch);
  }

  /** One that ends by itself. May be asked from any thread. */
  public Unit until(Supplier<Optional<String>> end) {
    return new Unit(verticle, oneInCluster, servesStrangers, lagMeaning, stopPatience, end, launch);
  }
}
