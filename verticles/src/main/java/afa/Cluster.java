package afa;

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

/**
 * The cluster that a node joins. We read cluster.xml ourselves: left to look for it, the cluster
 * manager falls back to multicast, and a node runs alone without a word.
 */
final class Cluster {
  private static final Path FILE = Path.of("cluster.xml");

  private Cluster() {}

  /**
   * Joins, or begins the cluster when no other node is there.
   *
   * @param name of the cluster; empty leaves the one in the file
   */
  static Future<Vertx> join(VertxBuilder builder, VertxOptions options, String name) {
    // The event bus listens where Hazelcast does: on the interface that cluster.xml names.
    HazelcastClusterManager manager = new HazelcastClusterManager(config(name));
    return builder
        .with(options)
        .withClusterManager(manager)
        .buildClustered()
        .onSuccess(joined -> Expulsion.watch(manager));
  }

  private static Config config(String name) {
    try (InputStream xml = open()) {
      Config config = new XmlConfigBuilder(xml).build();
      if (!name.isEmpty()) config.setClusterName(name);
      return config;
    } catch (IOException unreadable) {
      throw new UsageException("cluster.xml cannot be read: " + unreadable.getMessage());
    } catch (RuntimeException wrong) {
      throw new UsageException("cluster.xml is not what Hazelcast expects: " + wrong.getMessage());
    }
  }

  private static InputStream open() throws IOException {
    if (Files.exists(FILE)) return Files.newInputStream(FILE);
    InputStream inJar = Cluster.class.getResourceAsStream("/cluster.xml");
    if (inJar == null) throw new IOException("no such file");
    return inJar;
  }
}
