package afa.x;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.Post;
import afa.message.SourceReported.State;
import afa.rehearsal.Fault;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the X source missed, and when it may be forgotten. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XGapsIT {
  private XRig rig;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    rig = XRig.start(vertx, XRig.kind());
  }

  @Test
  void whatWasPostedBeforeTheFirstStartIsFetched() throws Exception {
    XClient client = new XClient(rig.vertx, rig.config("#afa"));
    client.addRules(List.of("#afa"), "").await(30, SECONDS);
    for (int i = 0; i < 250; i++) rig.send("early " + i + " #afa");
    rig.read("#afa");
    rig.awaitEachOnce();
    assertThat(rig.logged()).extracting(Post::text).startsWith("early 0 #afa");
  }

  @Test
  void oneReadsAndTheOtherTakesOverWhereItStopped() throws Exception {
    String first = rig.read("#afa");
    rig.awaitState(State.STREAMING);
    rig.read("#afa");
    rig.send("one #afa");
    await().until(() -> rig.logged().size() == 1);
    rig.stop(first);
    for (int i = 0; i < 5; i++) rig.send("meanwhile " + i + " #afa");
    rig.awaitEachOnce();
  }

  @Test
  void theCursorStaysBeforeAGapThatIsNotFilled() throws Exception {
    rig.fault(Fault.SEARCH_UNAVAILABLE, Duration.ofMinutes(1));
    rig.read("#afa");
    rig.awaitState(State.CATCHING_UP);
    for (int i = 0; i < 5; i++) rig.send("post " + i + " #afa");
    await().until(() -> rig.logged().size() == 5);
    assertThat(rig.cursor()).isNull();
    rig.calm();
    rig.awaitState(State.STREAMING);
    rig.send("one more #afa");
    await().until(() -> rig.cursor() != null);
    assertThat(Instant.parse(rig.cursor())).isBefore(Instant.now());
  }
}
