package afa.x;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.Post;
import afa.message.SourceReported.State;
import afa.rehearsal.Fault;
import afa.x.XRules.Rule;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The X source against a rehearsed X, over real sockets, when all is well. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XStreamIT {
  private XRig rig;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    rig = XRig.start(vertx, XRig.kind());
  }

  @Test
  void aPostIsInTheLogSoonAfterItWasSent() throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    String id = rig.send("hello #afa 🎉 &");
    await().until(() -> rig.logged().size() == 1);
    Post post = rig.logged().get(0);
    assertThat(post.id()).isEqualTo(id);
    assertThat(post.text()).isEqualTo("hello #afa 🎉 &");
    assertThat(rig.reports).last().satisfies(report -> assertThat(report.remark())
        .isNull());
  }

  @Test
  void keepAlivesAloneKeepTheConnection() throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    int before = rig.reports.size();
    // Three times the silence that would end it.
    rig.pass(3 * XRig.tuning().stall().toMillis());
    assertThat(rig.reports.subList(before, rig.reports.size())).isEmpty();
  }

  @Test
  void rulesAreBroughtInStepAndThoseOfOthersStay() throws Exception {
    XClient client = new XClient(rig.vertx, rig.config("#afa"));
    client.addRules(List.of("#cats"), "pets").await(30, SECONDS);
    String first = rig.read("#old", "#kept");
    rig.awaitState(State.STREAMING);
    rig.stop(first);
    rig.reports.clear();
    rig.read("#kept", "#new");
    rig.awaitState(State.STREAMING);
    assertThat(client.rules().await(30, SECONDS))
        .extracting(Rule::value)
        .containsExactlyInAnyOrder("#cats", "#kept", "#new");
    rig.send("not for us #cats");
    rig.send("for us #new");
    await().until(() -> !rig.logged().isEmpty());
    assertThat(rig.logged()).extracting(Post::text).containsExactly("for us #new");
  }

  @Test
  void rulesThatSomebodyDeletedAreAddedAgain() throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    XClient client = new XClient(rig.vertx, rig.config("#afa"));
    List<String> ids = client.rules().await(30, SECONDS).stream().map(Rule::id).toList();
    client.deleteRules(ids).await(30, SECONDS);
    rig.fault(Fault.DROP);
    await().untilAsserted(() -> assertThat(client.rules().await(30, SECONDS)).hasSize(1));
    rig.send("hello #afa");
    rig.awaitEachOnce();
  }

  @Test
  void aConnectionThatXStillCountsIsEnded() throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    rig.fault(Fault.TOO_MANY_CONNECTIONS, Duration.ofMinutes(5));
    await().untilAsserted(() -> assertThat(rig.reports)
        .anyMatch(r -> r.state() == State.DEGRADED && r.remark().contains("reads already")));
    rig.awaitState(State.STREAMING);
    rig.send("hello #afa");
    rig.awaitEachOnce();
  }

  @Test
  void aRuleThatXRefusesIsToldAndTheOthersWork() throws Exception {
    rig.read("#afa", "#a AND (");
    await().until(() -> rig.reports.stream()
        .anyMatch(r -> r.state() == State.STREAMING && r.remark() != null));
    assertThat(rig.reports).last().satisfies(report -> assertThat(report.remark())
        .contains("#a AND ("));
    rig.send("hello #afa");
    await().until(() -> rig.logged().size() == 1);
  }
}
