package afa.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import afa.bus.RecordCodec;
import afa.message.BusMessage;
import com.hazelcast.config.Config;
import com.hazelcast.config.XmlConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A member of the cluster of a {@link NodeProcess} in the process of the test: hears and asks. */
public final class BusMember {
  private BusMember() {}

  /**
   * Joins.
   *
   * @param data that of the node
   */
  public static Vertx join(Path data) throws Exception {
    try (InputStream xml = Files.newInputStream(data.resolve("cluster.xml"))) {
      Config config = new XmlConfigBuilder(xml).build().setClusterName(data.toString());
      Vertx vertx = Vertx.builder()
          .with(new VertxOptions().setEventBusOptions(new EventBusOptions().setHost("127.0.0.1")))
          .withClusterManager(new HazelcastClusterManager(config))
          .buildClustered()
          .await(30, SECONDS);
      RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
      return vertx;
    }
  }
}
