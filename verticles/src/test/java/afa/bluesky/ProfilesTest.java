package afa.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfilesTest {
  private final List<String> asked = new ArrayList<>();
  private Instant now = Instant.parse("2027-01-15T08:00:00Z");
  private boolean known = true;
  private boolean silent;
  private final List<Duration> waits = new ArrayList<>();
  private final List<Boolean> told = new ArrayList<>();
  private Promise<Void> timer;
  private final Profiles profiles = new Profiles(
      this::ask,
      this::timer,
      new Profiles.Rhythm(Duration.ofHours(6), Duration.ofMinutes(2)),
      () -> now);

  @Test
  void aProfileIsBelievedForHours() {
    profiles.get(Frames.DID);
    now = now.plus(Duration.ofHours(5));
    profiles.get(Frames.DID);
    assertThat(asked).hasSize(1);
    now = now.plus(Duration.ofHours(2));
    profiles.get(Frames.DID);
    assertThat(asked).hasSize(2);
  }

  @Test
  void whatIsNotKnownIsNotRemembered() {
    known = false;
    assertThat(profiles.get(Frames.DID).result().author().name()).startsWith("did:plc:");
    known = true;
    assertThat(profiles.get(Frames.DID).result().author().name()).isEqualTo("Mirela");
  }

  @Test
  void whoMayBeCalledOtherwiseIsAskedForAgain() {
    profiles.get(Frames.DID);
    profiles.forget(Frames.DID);
    profiles.get(Frames.DID);
    assertThat(asked).hasSize(2);
  }

  @Test
  void whileNobodyAnswersAProfileIsWaitedFor() {
    profiles.tell(told::add);
    silent = true;
    Future<Profile> waiting = profiles.get(Frames.DID);
    assertThat(profiles.get(Frames.DID)).isSameAs(waiting);
    pass();
    assertThat(waiting.isComplete()).isFalse();
    silent = false;
    pass();
    assertThat(waiting.result().author().name()).isEqualTo("Mirela");
    assertThat(waiting.result().warning()).isEmpty();
    assertThat(told).containsExactly(true, true, false);
    assertThat(asked).hasSize(3);
  }

  @Test
  void afterTwoMinutesItIsSaidThatNobodyKnows() {
    silent = true;
    Future<Profile> waiting = profiles.get(Frames.DID);
    Instant begun = now;
    while (!waiting.isComplete()) pass();
    assertThat(waiting.result().author().name()).startsWith("did:plc:");
    assertThat(waiting.result().warning()).contains("The author's settings could not be read");
    assertThat(Duration.between(begun, now))
        .isBetween(Duration.ofSeconds(100), Duration.ofMinutes(2));
    assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) > 0);
    assertThat(waits).hasSizeBetween(5, 15);
  }

  private void pass() {
    now = now.plus(waits.get(waits.size() - 1));
    timer.complete();
  }

  private Future<Void> timer(Duration wait) {
    waits.add(wait);
    timer = Promise.promise();
    return timer.future();
  }

  private Future<Optional<Profile>> ask(String did) {
    asked.add(did);
    if (silent) return Future.failedFuture("silence");
    Profile mirela =
        new Profile(new afa.feed.Author("Mirela", null, Pages.profile(did), null), Labels.NONE);
    return Future.succeededFuture(known ? Optional.of(mirela) : Optional.empty());
  }
}
