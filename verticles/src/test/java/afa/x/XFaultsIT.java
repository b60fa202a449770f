package afa.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.message.SourceReported.State;
import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.Ledger;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The X source while X fails in every way it knows. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XFaultsIT {
  private XRig rig;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    rig = XRig.start(vertx, XRig.kind());
  }

  @ParameterizedTest
  @MethodSource("known")
  void afterEachFaultEveryPostIsInTheLogOnce(Fault fault) throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    for (int i = 0; i < 30; i++) {
      rig.send("👩‍👩‍👧‍👦 post " + i + " #afa é");
      if (i == 10) rig.fault(fault, Duration.ofMillis(500));
    }
    rig.awaitEachOnce();
    rig.awaitState(State.STREAMING);
    rig.calm();
    rig.send("and on #afa");
    rig.awaitEachOnce();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OperationalDisconnect",
        "UpstreamOperationalDisconnect",
        "ForceDisconnect",
        "UpstreamUncleanDisconnect",
        "SlowReader",
        "InternalError",
        "ClientApplicationStateDegraded",
        "InvalidRules",
        "SomethingNew"
      })
  void afterEachDisconnectEveryPostIsInTheLogOnce(String type) throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    rig.fault(Fault.DISCONNECT, type);
    for (int i = 0; i < 5; i++) rig.send("post " + i + " #afa");
    rig.awaitEachOnce();
  }

  @Test
  void aSilentConnectionIsNoticed() throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    rig.fault(Fault.STALL, Duration.ofMinutes(1));
    await().untilAsserted(() -> assertThat(rig.reports)
        .anyMatch(r -> r.state() == State.DEGRADED && r.remark().contains("not a byte")));
    rig.send("still there #afa");
    rig.awaitEachOnce();
  }

  @Test
  void aTokenThatIsRevokedIsToldInWordsAndTriedAgainRarely() throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    rig.fault(Fault.REVOKED, Duration.ofMillis(500));
    rig.fault(Fault.DROP);
    await().untilAsserted(() -> assertThat(rig.reports)
        .anyMatch(r -> r.state() == State.OFF && r.remark().contains("X_BEARER_TOKEN")));
    rig.send("meanwhile #afa");
    rig.awaitEachOnce();
  }

  @Test
  void aStoreThatIsAwayStopsReadingAndNothingIsLost() throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    rig.log.setAway(true);
    for (int i = 0; i < 120; i++) rig.send("post " + i + " #afa");
    await().untilAsserted(() -> assertThat(rig.reports)
        .anyMatch(r -> r.remark() != null && r.remark().contains("the store takes no posts")));
    rig.log.setAway(false);
    rig.awaitEachOnce();
    rig.awaitState(State.STREAMING);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverGoesWrongInWhateverOrderEveryPostIsInTheLogOnce(long seed) throws Exception {
    rig.read("#afa");
    Random random = new Random(seed);
    Fault[] faults = known().toArray(Fault[]::new);
    for (int i = 0; i < 150; i++) {
      rig.send(draft(i, random));
      if (random.nextInt(6) == 0) {
        Duration length = Duration.ofMillis(random.nextInt(500));
        rig.fault(faults[random.nextInt(faults.length)], length);
      }
      rig.pass(1 + random.nextInt(20));
    }
    rig.calm();
    rig.awaitEachOnce();
  }

  private static Set<Fault> known() {
    return EnumSet.complementOf(EnumSet.of(Fault.MOVED));
  }

  private Draft draft(int i, Random random) {
    String text = "post " + i + " 👩‍👩‍👧‍👦 #afa";
    List<Ledger.Entry> sent = rig.x.ledger().entries();
    boolean repost = !sent.isEmpty() && random.nextInt(5) == 0;
    return repost ? Draft.repost("fan", sent.get(0).id()) : Draft.post("stranger", text);
  }
}
