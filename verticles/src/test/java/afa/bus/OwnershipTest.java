package afa.bus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class OwnershipTest {

  @Test
  void nobodyElseMeansAtOnce(Vertx vertx) {
    Candidate alone = new Candidate(vertx, "x.aea2010");
    await().until(alone::owns);
  }

  @Test
  void theSecondWaitsUntilTheFirstHasEnded(Vertx vertx) throws Exception {
    Candidate first = new Candidate(vertx, "x.aea2010");
    await().until(first::owns);
    Candidate second = new Candidate(vertx, "x.aea2010");
    several(vertx);
    assertThat(second.owns()).isFalse();
    first.stop();
    assertThat(first.owns()).isFalse();
    await().until(second::owns);
  }

  @Test
  void twoSourcesDoNotWaitForEachOther(Vertx vertx) {
    Candidate one = new Candidate(vertx, "x.aea2010");
    Candidate other = new Candidate(vertx, "x.other");
    await().until(() -> one.owns() && other.owns());
  }

  @Test
  void whoGivesUpWaitingTakesItFromNobody(Vertx vertx) throws Exception {
    Candidate first = new Candidate(vertx, "x.aea2010");
    await().until(first::owns);
    Candidate second = new Candidate(vertx, "x.aea2010");
    second.stop();
    several(vertx);
    assertThat(first.owns()).isTrue();
    first.stop();
    Candidate third = new Candidate(vertx, "x.aea2010");
    await().until(third::owns);
    assertThat(second.begun()).isZero();
  }

  @Test
  void whoGivesUpLetsAnotherOneHaveItAndStandsByAgain(Vertx vertx) throws Exception {
    Candidate first = new Candidate(vertx, "x.aea2010");
    await().until(first::owns);
    Candidate second = new Candidate(vertx, "x.aea2010");
    first.giveUp();
    await().until(second::owns);
    several(vertx);
    assertThat(first.owns()).isFalse();
    second.stop();
    await().until(first::owns);
    assertThat(first.begun()).isEqualTo(2);
  }

  @Test
  void anOwnerWhoseSeatSomebodyElseHasNoticesIt(Vertx vertx) throws Exception {
    Candidate first = new Candidate(vertx, "x.aea2010");
    await().until(first::owns);
    put(vertx, "another node");
    await().until(() -> !first.owns());
    vertx.sharedData().getAsyncMap("afa.owners").await(30, SECONDS).remove("x.aea2010");
    await().until(first::owns);
  }

  @Test
  void anOwnerWhoseSeatWasForgottenKeepsIt(Vertx vertx) throws Exception {
    Candidate first = new Candidate(vertx, "x.aea2010");
    await().until(first::owns);
    vertx.sharedData().getAsyncMap("afa.owners").await(30, SECONDS).clear().await(30, SECONDS);
    several(vertx);
    assertThat(first.begun()).isEqualTo(1);
    assertThat(first.owns()).isTrue();
  }

  @Test
  void attemptsOfTwoNodesDoNotKeepInStep() {
    assertThat(Ownership.pause(0)).isEqualTo(Duration.ofMillis(250));
    assertThat(Ownership.pause(0.5)).isEqualTo(Duration.ofMillis(500));
    assertThat(Ownership.pause(0.999)).isEqualTo(Duration.ofMillis(749));
  }

  private static void put(Vertx vertx, String sits) throws Exception {
    vertx
        .sharedData()
        .getAsyncMap("afa.owners")
        .compose(seats -> seats.put("x.aea2010", sits))
        .await(30, SECONDS);
  }

  /** Looks at the seat. */
  private static void several(Vertx vertx) throws Exception {
    vertx.timer(2, SECONDS).await(30, SECONDS);
  }
}
