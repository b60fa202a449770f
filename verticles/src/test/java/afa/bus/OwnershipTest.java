package afa.bus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class OwnershipTest {

  @Test
  void nobodyElseMeansAtOnce(Vertx vertx) throws Exception {
    new Ownership(vertx, "x.aea2010").own().await(1, SECONDS);
  }

  @Test
  void theSecondWaitsUntilTheFirstLetsGo(Vertx vertx) throws Exception {
    Ownership first = new Ownership(vertx, "x.aea2010");
    first.own().await(1, SECONDS);
    Future<Void> second = new Ownership(vertx, "x.aea2010").own();
    // Its first attempt lasts 200 ms; a failing one must not count as owning.
    vertx.timer(1, SECONDS).await(2, SECONDS);
    assertThat(second.isComplete()).isFalse();
    first.release();
    second.await(3, SECONDS);
  }

  @Test
  void twoSourcesDoNotWaitForEachOther(Vertx vertx) throws Exception {
    new Ownership(vertx, "x.aea2010").own().await(1, SECONDS);
    new Ownership(vertx, "x.other").own().await(1, SECONDS);
  }

  @Test
  void whoGivesUpWaitingTakesItFromNobody(Vertx vertx) throws Exception {
    Ownership first = new Ownership(vertx, "x.aea2010");
    first.own().await(1, SECONDS);
    Ownership second = new Ownership(vertx, "x.aea2010");
    second.own();
    second.release();
    first.release();
    new Ownership(vertx, "x.aea2010").own().await(3, SECONDS);
  }

  @Test
  void attemptsOfTwoNodesDoNotKeepInStep() {
    assertThat(Ownership.pause(0)).isEqualTo(Duration.ofMillis(500));
    assertThat(Ownership.pause(0.5)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Ownership.pause(0.999)).isEqualTo(Duration.ofMillis(1_499));
  }
}
