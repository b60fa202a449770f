package afa.bus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.servers.FreePort;
import com.hazelcast.config.Config;
import com.hazelcast.config.XmlConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.InputStream;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes, one owner. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OwnershipIT {
  private final String cluster = UUID.randomUUID().toString();
  private final int port = FreePort.findRow(10);
  private HazelcastClusterManager firstMember;
  private Vertx first;
  private Vertx second;

  @BeforeEach
  void startBoth() throws Exception {
    firstMember = member();
    first = node(firstMember);
    second = node(member());
  }

  @AfterEach
  void stopBoth() throws Exception {
    second.close().await(30, SECONDS);
    first.close().otherwiseEmpty().await(30, SECONDS);
  }

  @Test
  void anOwnerThatLetsGoIsFollowedByTheOther() throws Exception {
    Candidate owner = new Candidate(first, "x.aea2010");
    await().until(owner::owns);
    Candidate next = new Candidate(second, "x.aea2010");
    second.timer(2, SECONDS).await(30, SECONDS); // several looks of the second one
    assertThat(next.owns()).isFalse();
    owner.stop();
    await().until(next::owns);
  }

  @Test
  void anOwnerThatDiesIsFollowedByTheOther() {
    Candidate owner = new Candidate(first, "x.aea2010");
    await().until(owner::owns);
    Candidate next = new Candidate(second, "x.aea2010");
    firstMember.getHazelcastInstance().getLifecycleService().terminate();
    await().until(next::owns);
  }

  @Test
  void anOwnerThatHangsForGoodIsFollowedByTheNextOfItsNodeAndTakesNothingBack() throws Exception {
    Candidate hung = new Candidate(first, "x.aea2010");
    await().until(hung::owns);
    Candidate next = new Candidate(first, "x.aea2010");
    await().until(next::owns);
    await().until(() -> !hung.owns()); // once it looks again
    hung.stop();
    second.timer(2, SECONDS).await(30, SECONDS); // several looks
    assertThat(next.begun()).isEqualTo(1);
    assertThat(next.owns()).isTrue();
    assertThat(hung.begun()).isEqualTo(1);
  }

  @Test
  void anOwnerThatLostItTakesItFromNobodyWhenItStops() throws Exception {
    Candidate owner = new Candidate(first, "x.aea2010");
    await().until(owner::owns);
    String another = second
            .sharedData()
            .getAsyncMap("afa.owners")
            .await(30, SECONDS)
            .get("x.aea2010")
            .await(30, SECONDS)
        + "of another process";
    second
        .sharedData()
        .getAsyncMap("afa.owners")
        .await(30, SECONDS)
        .put("x.aea2010", another)
        .await(30, SECONDS);
    owner.stop();
    assertThat(second
            .sharedData()
            .getAsyncMap("afa.owners")
            .await(30, SECONDS)
            .get("x.aea2010")
            .await(30, SECONDS))
        .isEqualTo(another);
  }

  private HazelcastClusterManager member() throws Exception {
    try (InputStream xml = OwnershipIT.class.getResourceAsStream("/cluster.xml")) {
      Config config = new XmlConfigBuilder(xml).build().setClusterName(cluster);
      config.getNetworkConfig().setPort(port); // the second member takes one of the next
      return new HazelcastClusterManager(config);
    }
  }

  private static Vertx node(HazelcastClusterManager member) throws Exception {
    return Vertx.builder()
        .with(new VertxOptions().setEventBusOptions(new EventBusOptions().setHost("127.0.0.1")))
        .withClusterManager(member)
        .buildClustered()
        .await(30, SECONDS);
  }
}
