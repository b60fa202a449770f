package afa;

import afa.bus.LostWrite;
import com.hazelcast.config.Config;
import com.hazelcast.config.XmlConfigBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cluster that a node joins. We read cluster.xml ourselves: left to look for it, the cluster
 * manager falls back to multicast, and a node runs alone without a word.
 */
final class Cluster {
  private static final Logger log = LoggerFactory.getLogger(Cluster.class);
  private static final Path FILE = Path.of("cluster.xml");

  private final Config config;
  private final HazelcastClusterManager manager;

  private Cluster(Config config) {
    this.config = config;
    this.manager = new HazelcastClusterManager(config);
  }

  /**
   * @param name of the cluster; empty leaves the one in the file
   */
  static Cluster read(String name, Whereabouts whereabouts) {
    return new Cluster(config(name, whereabouts));
  }

  /** Joins, or begins the cluster when no other node is there. */
  Future<Vertx> join(VertxBuilder builder, VertxOptions options) {
    // The event bus listens where Hazelcast does: on the interface that cluster.xml names.
    return builder.with(options).withClusterManager(manager).buildClustered().onSuccess(joined -> {
      joined.exceptionHandler(LostWrite.apartFrom(Cluster::escaped));
      Expulsion.watch(manager);
    });
  }

  private static void escaped(Throwable failure) {
    log.error("This escaped outside of all verticles", failure);
  }

  /**
   * @param stores whether this node can do without others
   */
  Members members(boolean stores) {
    return new Members(Members.others(config), () -> manager.getNodes().size(), stores);
  }

  private static Config config(String name, Whereabouts whereabouts) {
    try (InputStream xml = open()) {
      Config config = configOf(xml, whereabouts);
      if (!name.isEmpty()) config.setClusterName(name);
      return config;
    } catch (IOException unreadable) {
      throw new UsageException("cluster.xml cannot be read: " + unreadable.getMessage());
    } catch (RuntimeException wrong) {
      throw new UsageException("cluster.xml is not what Hazelcast expects: " + wrong.getMessage());
    }
  }

  /** What a file says, with what the environment knows better. */
  static Config configOf(InputStream xml, Whereabouts whereabouts) {
    Config config = new XmlConfigBuilder(xml).build();
    whereabouts.applyTo(config);
    return config;
  }

  private static InputStream open() throws IOException {
    if (Files.exists(FILE)) return Files.newInputStream(FILE);
    InputStream inJar = Cluster.class.getResourceAsStream("/cluster.xml");
    if (inJar == null) throw new IOException("no such file");
    return inJar;
  }
}
