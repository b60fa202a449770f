package afa.store;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.FeedJson;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.message.Appended;
import afa.testkit.Posts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every {@link Log} changes what it has: newer versions, retractions, and nothing else. */
abstract class AmendmentContract extends LogSteps {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");
  private static final Post FIRST = version(null, "a first secret");
  private static final Post SECOND = version("1716550000", "a second secret");
  private static final Post THIRD = version("1716550001", "a third secret");
  private static final Post NEXT = Posts.post(2);

  @Test
  void aNewerVersionStandsInThePlaceOfTheOldAndIsTold() throws Exception {
    append(List.of(FIRST, NEXT));
    Appended revised = append(List.of(SECOND));
    assertThat(revised.numbers()).containsExactly(1L);
    assertThat(revised).isEqualTo(told(revised, 3, 0, 1, 0, 2));
    assertThat(entries()).containsExactly(post(1, SECOND), post(2, NEXT), revise(3, 1, SECOND));
  }

  @Test
  void aPlaceInAnotherTalkIsNoNewVersionOfAPost() throws Exception {
    append(List.of(SECOND.in(List.of("grids"))));
    assertThat(append(List.of(SECOND.in(List.of("type")))).revised()).isZero();
    Appended later = append(List.of(version("1716550001", SECOND.text()).in(List.of("type"))));
    assertThat(later).isEqualTo(told(later, 1, 0, 0, 0, 1));
    assertThat(entries()).containsExactly(post(1, SECOND.in(List.of("grids"))));
  }

  @Test
  void ofSeveralVersionsOnlyTheNewestTextStays() throws Exception {
    append(List.of(FIRST));
    append(List.of(SECOND));
    append(List.of(NEXT, THIRD));
    assertThat(entries())
        .containsExactly(post(1, THIRD), LogEntry.gone(2), post(3, NEXT), revise(4, 1, THIRD));
  }

  @Test
  void anOlderVersionThatComesLateChangesNothing() throws Exception {
    append(List.of(THIRD));
    Appended late = append(List.of(FIRST, SECOND, THIRD));
    assertThat(late.numbers()).containsExactly(1L, 1L, 1L);
    assertThat(late).isEqualTo(told(late, 1, 0, 0, 0, 1));
    assertThat(entries()).containsExactly(post(1, THIRD));
  }

  @Test
  void theLongerVersionIsTheNewerOneAndOfTwoThatAreAsLongTheLaterOne() throws Exception {
    append(List.of(version("9", "nine")));
    assertThat(append(List.of(version("10", "ten"))).revised()).isEqualTo(1);
    assertThat(append(List.of(version("09", "nine again"))).revised()).isZero();
    // As a locale sorts them it is the other way round.
    assertThat(append(List.of(version("3B", "upper"))).revised()).isEqualTo(1);
    assertThat(append(List.of(version("3a", "lower"))).revised()).isEqualTo(1);
    assertThat(append(List.of(version("3B", "upper"))).revised()).isZero();
  }

  @Test
  void aNewerVersionThatLooksTheSameIsOnlyRemembered() throws Exception {
    append(List.of(SECOND));
    Post touched = version("1716550001", SECOND.text());
    Appended same = append(List.of(touched));
    assertThat(same).isEqualTo(told(same, 1, 0, 0, 0, 1));
    assertThat(append(List.of(version("1716550001", "another text"))).revised()).isZero();
    assertThat(append(List.of(version("1716550002", "another text"))).revised()).isEqualTo(1);
  }

  @Test
  void aRetractedPostLeavesATombstoneAndIsTold() throws Exception {
    append(List.of(FIRST, NEXT));
    Appended retracted = retract(FIRST.identity());
    assertThat(retracted).isEqualTo(told(retracted, 3, 0, 0, 1, 2));
    assertThat(entries()).containsExactly(LogEntry.gone(1), post(2, NEXT), LogEntry.retract(3, 1));
  }

  @Test
  void whatReplacedARetractedPostIsGoneToo() throws Exception {
    append(List.of(FIRST));
    append(List.of(SECOND));
    append(List.of(THIRD));
    retract(FIRST.identity());
    assertThat(entries())
        .containsExactly(
            LogEntry.gone(1), LogEntry.gone(2), LogEntry.gone(3), LogEntry.retract(4, 1));
  }

  @Test
  void retractingTheUnknownOrTheGoneChangesNothing() throws Exception {
    append(List.of(FIRST));
    retract(FIRST.identity());
    Appended nothing = retract(FIRST.identity(), "x:nobody-knows", "");
    assertThat(nothing).isEqualTo(told(nothing, 2, 0, 0, 0, 2));
    assertThat(entries()).containsExactly(LogEntry.gone(1), LogEntry.retract(2, 1));
  }

  @Test
  void aRetractedPostNeverComesBack() throws Exception {
    append(List.of(FIRST));
    retract(FIRST.identity());
    Appended again = append(List.of(FIRST, THIRD));
    assertThat(again.numbers()).containsExactly(1L, 1L);
    assertThat(again).isEqualTo(told(again, 2, 0, 0, 0, 2));
    assertThat(entries()).containsExactly(LogEntry.gone(1), LogEntry.retract(2, 1));
  }

  @Test
  void aRetractionOfWhatIsNotThereYetHoldsNothingBack() throws Exception {
    retract(FIRST.identity());
    assertThat(append(List.of(FIRST)).added()).isEqualTo(1);
  }

  @Test
  void whatABatchItselfReplacesOrTakesAwayIsToldToNobody() throws Exception {
    append(List.of(NEXT));
    Post other = Posts.post(3);
    Log.Append all =
        appended(List.of(FIRST, SECOND, other, THIRD), List.of("x:p3", NEXT.identity()));
    assertThat(all.answer()).isEqualTo(told(all.answer(), 7, 2, 2, 2, 1));
    assertThat(all.answer().numbers()).containsExactly(2L, 2L, 4L, 2L);
    assertThat(all.grown())
        .isEqualTo(read(1, 100).entries())
        .containsExactly(
            post(2, THIRD),
            LogEntry.gone(3),
            LogEntry.gone(4),
            revise(5, 2, THIRD),
            LogEntry.retract(6, 4),
            LogEntry.retract(7, 1));
  }

  @Test
  void amendmentsAreReadAsTheyWereWritten() throws Exception {
    append(List.of(FIRST));
    append(List.of(SECOND));
    assertThat(entries().get(1).update().post()).isEqualTo(SECOND);
    assertThat(entries().get(1).update().target()).isEqualTo(1);
    assertThat(entries().get(1).target()).hasValue(1);
  }

  private static Post version(String version, String text) {
    return Post.builder("x", "p1").version(version).text(text).receivedAt(NOON);
  }

  private static LogEntry post(long n, Post post) {
    return LogEntry.post(n, FeedJson.encode(post));
  }

  private static LogEntry revise(long n, long target, Post post) {
    return LogEntry.revise(n, target, FeedJson.encode(post));
  }

  /** The answer with these counts. */
  private static Appended told(
      Appended answer, long head, int added, int revised, int retracted, long before) {
    return new Appended(answer.epoch(), head, answer.numbers(), added, revised, retracted, before);
  }
}
