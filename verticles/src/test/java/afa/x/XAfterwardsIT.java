package afa.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.CoverageInterval.Kind;
import afa.feed.Post;
import afa.feed.Update;
import afa.message.SourceReported.State;
import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to posts after they were sent: edits, deletions, marks; and those never delivered. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XAfterwardsIT {
  private XRig rig;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    rig = XRig.start(vertx, XRig.kind());
  }

  @Test
  void anEditRevisesWhatTheLogHas() throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    String id = rig.send("helo #afa");
    await().until(() -> rig.texts().contains("helo #afa"));
    String newer = rig.x.edit(id, "hello #afa").await();
    await().until(() -> rig.texts().equals(List.of("hello #afa")));
    assertThat(rig.logged()).singleElement().satisfies(post -> {
      assertThat(post.id()).isEqualTo(id);
      assertThat(post.version()).isEqualTo(newer);
      assertThat(post.url()).endsWith("/status/" + newer);
    });
    assertThat(rig.updates()).last().extracting(Update::type).isEqualTo(Update.Type.REVISE);
  }

  @Test
  void anEditThatTheStreamDoesNotBringIsFoundByLookup() throws Exception {
    rig.read(rig.config("#afa").with(XRig.checking(0, 300, 30_000)));
    rig.awaitState(State.STREAMING);
    String id = rig.send("helo #afa");
    await().until(() -> rig.texts().contains("helo #afa"));
    rig.fault(Fault.LOSE);
    rig.x.edit(id, "hello #afa").await();
    await().until(() -> rig.texts().equals(List.of("hello #afa")));
  }

  @Test
  void ofWhatWasReadTodayAlsoOlderPostsAreLookedUpAndSoByWhoTakesOver() throws Exception {
    XConfig newestOnly = rig.config("#afa")
        .with(new XLimit(1_000, XLimit.WhenSpent.OFF, Duration.ofSeconds(30)))
        .with(XRig.tuning()
            .checking(new XTuning.Checks(
                Duration.ZERO, Duration.ofMillis(300), 1, Duration.ofSeconds(30))));
    String first = rig.read(newestOnly);
    rig.awaitState(State.STREAMING);
    List<String> ids = List.of(rig.send("one #afa"), rig.send("two #afa"), rig.send("three #afa"));
    await().until(() -> rig.ids().containsAll(ids));
    rig.x.delete(ids.get(0)).await();
    await().until(() -> !rig.ids().contains(ids.get(0)));
    rig.stop(first);
    rig.read(newestOnly);
    rig.x.delete(ids.get(1)).await();
    await().until(() -> rig.ids().equals(List.of(ids.get(2))));
    assertThat(rig.billed()).isEqualTo(3);
  }

  @Test
  void anOlderVersionThatComesLateChangesNothing() throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    rig.fault(Fault.REORDER);
    String id = rig.send("first #afa");
    rig.x.edit(id, "second #afa").await();
    rig.send("other #afa");
    rig.send("and another #afa");
    await().until(() -> rig.logged().size() == 3);
    await().until(() -> rig.texts().contains("second #afa"));
    assertThat(rig.texts()).doesNotContain("first #afa");
  }

  @Test
  void whatIsDeletedIsTakenAway() throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    String gone = rig.send("gone #afa");
    String edited = rig.send("helo #afa");
    rig.x.edit(edited, "hello #afa").await();
    rig.send("stays #afa");
    await().until(() -> rig.texts().contains("hello #afa") && rig.logged().size() == 3);
    rig.x.delete(gone).await();
    rig.x.delete(edited).await();
    await().until(() -> rig.texts().equals(List.of("stays #afa")));
  }

  @Test
  void aRepostGoesWithItsOriginal() throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    String original = rig.send("gone #afa");
    rig.send(Draft.repost("fan", original));
    rig.send("stays #afa");
    await().until(() -> rig.logged().size() == 3);
    rig.x.delete(original).await();
    await().until(() -> rig.texts().equals(List.of("stays #afa")));
  }

  @Test
  void aLookupThatFailsAsAWholeTakesNothingAway() throws Exception {
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    rig.send("stays #afa");
    await().until(() -> rig.logged().size() == 1);
    rig.fault(Fault.OUTAGE, Duration.ofSeconds(1));
    rig.pass(1_200);
    rig.awaitState(State.STREAMING);
    assertThat(rig.texts()).containsExactly("stays #afa");
  }

  @Test
  void whatIsWithheldOrProtectedLaterIsTakenAway() throws Exception {
    rig.read(rig.config("#afa").with(new XPolicy("DE", XPolicy.Sensitive.WARN)));
    rig.awaitState(State.STREAMING);
    String withheld = rig.send("withheld #afa");
    String elsewhere = rig.send("withheld elsewhere #afa");
    rig.send(Draft.post("shy", "for friends #afa"));
    await().until(() -> rig.logged().size() == 3);
    rig.x.withhold(withheld, "FR", "DE").await();
    rig.x.withhold(elsewhere, "FR").await();
    rig.x.protect("shy").await();
    await().until(() -> rig.texts().equals(List.of("withheld elsewhere #afa")));
  }

  @Test
  void sensitivePostsAreCovered() throws Exception {
    rig.x.markSensitive("rough").await();
    rig.read("#afa");
    rig.awaitState(State.STREAMING);
    rig.send(Draft.post("rough", "rough #afa"));
    await().until(() -> rig.logged().size() == 1);
    assertThat(rig.logged()).extracting(Post::warning).containsExactly("marked as sensitive");
  }

  @Test
  void aSweepFindsWhatTheStreamNeverDelivered() throws Exception {
    rig.read("#afa -is:retweet");
    rig.awaitState(State.STREAMING);
    rig.send("one #afa");
    await().until(() -> rig.logged().size() == 1);
    rig.fault(Fault.LOSE);
    String lost = rig.send("lost #afa");
    rig.send("two #afa");
    await().until(() -> rig.ids().contains(lost));
    Instant at = rig.x.ledger().entry(lost).postedAt().truncatedTo(ChronoUnit.MILLIS);
    // What is claimed is stored a little later than the post.
    await().untilAsserted(() -> assertThat(
            rig.coverage().within(at, at.plusMillis(1)).intervals())
        .singleElement()
        .satisfies(part -> {
          assertThat(part.kind()).isEqualTo(Kind.BACKFILLED);
          assertThat(part.posts()).isEqualTo(1);
        }));
  }

  @Test
  void aSilentStreamIsNoticedAndAskedAnew() throws Exception {
    rig.read(rig.config("#afa -is:retweet").with(XRig.checking(0, 60_000, 300)));
    rig.awaitState(State.STREAMING);
    for (int i = 0; i < 60; i++) {
      rig.send("post " + i + " #afa");
      rig.pass(5);
    }
    rig.fault(Fault.SILENCE, Duration.ofMinutes(1));
    String lost = rig.send("lost #afa");
    await().untilAsserted(() -> assertThat(rig.reports)
        .anyMatch(report ->
            report.state() == State.DEGRADED && report.remark().contains("nothing came")));
    await().until(() -> rig.ids().contains(lost));
    Instant at = rig.x.ledger().entry(lost).postedAt();
    await().until(() -> rig.isClaimed(at, at.plusMillis(1), Kind.BACKFILLED, Kind.UNKNOWN));
  }
}
