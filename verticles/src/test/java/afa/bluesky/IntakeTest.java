package afa.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Post;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Order, cursors and counters of what a connection brings. */
class IntakeTest {
  private final Map<String, Promise<Optional<Profile>>> asked = new HashMap<>();
  private final IntakeHouse house = IntakeHouse.open(
      did -> asked.computeIfAbsent(did, first -> Promise.promise()).future());

  @Test
  void aPostThatWaitsForANameHoldsAllBehindIt() {
    house.take(at(1, Frames.DID, "one"));
    house.take(at(2, Frames.OTHER, "two"));
    named(Frames.OTHER);
    house.line.tick();
    assertThat(house.story).isEmpty();
    named(Frames.DID);
    assertThat(house.story).containsExactly("one #ropewalk26", "two #ropewalk26");
  }

  @Test
  void theCursorStaysBeforeAPostThatWaits() {
    house.take(foreign(1));
    house.take(at(2, Frames.DID, "one"));
    house.take(foreign(3));
    house.line.tick();
    assertThat(house.cursors).containsExactly(cursor(1));
    named(Frames.DID);
    assertThat(house.cursors).containsExactly(cursor(1), cursor(3));
  }

  @Test
  void eventsOfOthersMoveTheCursorAtTheTickAlone() {
    for (int i = 1; i < 1_000; i++) house.take(foreign(i));
    house.take(foreign(998)); // times do not always rise
    assertThat(house.cursors).isEmpty();
    house.line.tick();
    house.line.tick();
    assertThat(house.cursors).containsExactly(cursor(999));
  }

  @Test
  void aDeletionComesBehindItsPost() {
    house.take(at(1, Frames.DID, "one"));
    house.take(Frames.v1("delete", "r1", null));
    assertThat(house.story).isEmpty();
    named(Frames.DID);
    assertThat(house.story).containsExactly("one #ropewalk26", "-r1");
  }

  @Test
  void deletionsOfOthersWaitForTheTick() {
    house.take(Frames.v1("delete", "unknown", null));
    assertThat(house.story).isEmpty();
    house.line.tick();
    assertThat(house.story).containsExactly("-unknown");
  }

  @Test
  void aPostThatIsWrittenAnewAfterItsDeletionStays() {
    named(Frames.DID);
    house.take(Frames.v1("delete", "r1", null));
    house.take(at(1, Frames.DID, "again"));
    house.line.tick();
    assertThat(house.story).containsExactly("again #ropewalk26");
  }

  @Test
  void anUpdateThatIsNotOursAnyMoreTakesThePostAway() {
    named(Frames.DID);
    house.take(at(1, Frames.DID, "one"));
    house.take(Frames.v1("update", "r1", Frames.record("gulls")));
    assertThat(house.story).containsExactly("one #ropewalk26", "-r1");
  }

  @Test
  void anAccountThatGoesTakesAllItsPostsWithIt() {
    named(Frames.DID);
    named(Frames.OTHER);
    house.take(at(1, Frames.DID, "one"));
    house.take(at(2, Frames.OTHER, "two"));
    house.take(at(3, Frames.DID, "three"));
    house.take(Frames.v1("account", new JsonObject().put("active", false)));
    assertThat(house.story.subList(3, 5)).containsExactly("-r1", "-r3");
  }

  @Test
  void aNameIsAskedForAgainOnceItMayHaveChanged() {
    named(Frames.DID);
    house.take(at(1, Frames.DID, "one"));
    asked.clear();
    house.take(Frames.v1("identity", new JsonObject()));
    house.take(at(2, Frames.DID, "two"));
    assertThat(asked).containsKey(Frames.DID);
  }

  @Test
  void whomOnlyMembersMaySeeAndBotsAreFiltered() {
    house.take(at(1, Frames.DID, "one"));
    house.take(at(2, Frames.OTHER, "two"));
    profile(Frames.DID, "!no-unauthenticated");
    profile(Frames.OTHER, "bot");
    assertThat(house.posts).isEmpty();
    assertThat(house.count("received")).isEqualTo(2);
    assertThat(house.count("filtered")).isEqualTo(2);
  }

  @Test
  void aPostWhoseAuthorsSettingsCannotBeReadIsCovered() {
    IntakeHouse silence = IntakeHouse.open(did -> Future.failedFuture("no answer"));
    silence.take(at(1, Frames.DID, "one"));
    assertThat(silence.posts)
        .extracting(Post::warning)
        .containsExactly("The author's settings could not be read");
  }

  @Test
  void whatStillWaitsAsTheConnectionEndsIsNotCounted() {
    house.take(at(1, Frames.DID, "one"));
    house.line.close();
    named(Frames.DID);
    assertThat(house.posts).isEmpty();
    assertThat(house.count("received")).isZero();
  }

  @Test
  void theFirstEventOfThePresentEndsTheReplayBehindAllBeforeIt() {
    house.take(at(1, Frames.DID, "one"));
    house.take(foreign(5_000_001));
    assertThat(house.story).isEmpty();
    named(Frames.DID);
    assertThat(house.story).containsExactly("one #ropewalk26", "caught up");
  }

  @Test
  void aHoleInTheNetworksMemoryIsToldBeforeTheCursorPassesIt() {
    long hour = 3_600_000_000L;
    List<Instant> holes = new ArrayList<>();
    List<Runnable> told = new ArrayList<>();
    Replay replay =
        new Replay(Frames.TIME - hour, Frames.TIME + 2, Duration.ofMinutes(1), (from, to, done) -> {
          holes.addAll(List.of(from, to));
          told.add(done);
        });
    IntakeHouse late = new IntakeHouse(replay, did -> Future.succeededFuture(Optional.empty()));
    late.take(foreign(1));
    late.line.tick();
    assertThat(late.cursors).isEmpty();
    late.take(foreign(2));
    assertThat(holes)
        .containsExactly(
            JetstreamTime.instant(Frames.TIME - hour), JetstreamTime.instant(Frames.TIME + 1));
    late.line.tick();
    assertThat(late.cursors).isEmpty();
    told.get(0).run();
    late.line.tick();
    assertThat(late.cursors).containsExactly(cursor(2));
  }

  private void named(String did) {
    profile(did, "harmless");
  }

  private void profile(String did, String label) {
    Profile profile = new Profile(Profile.unknown(did).author(), new Labels(Set.of(label)));
    asked.computeIfAbsent(did, first -> Promise.promise()).complete(Optional.of(profile));
  }

  private static String at(int micros, String did, String text) {
    return Frames.v1("create", "r" + micros, Frames.record(text + " #ropewalk26"))
        .replace(Long.toString(Frames.TIME), cursor(micros))
        .replace(Frames.DID, did);
  }

  private static String foreign(int micros) {
    return Frames.v1("create", "f", Frames.record("gulls"))
        .replace(Long.toString(Frames.TIME), cursor(micros));
  }

  private static String cursor(int micros) {
    return Long.toString(Frames.TIME + micros);
  }
}
