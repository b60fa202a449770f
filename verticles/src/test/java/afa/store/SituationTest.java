package afa.store;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.LogEntry;
import afa.feed.Position;
import afa.message.ArchivePage;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is known, against what is found. */
final class SituationTest {
  private static final Position NONE = new Position("", 0);
  private static final ArchivePage NEVER = new ArchivePage(false, "", 0, false, List.of());

  private Position known;
  private Set<String> past = Set.of();
  private Position found = NONE;
  private ArchivePage archived;
  private boolean blind;
  private boolean patient;
  private boolean listening;
  private boolean doubtful;
  private final Recent recent = new Recent(1_000_000);

  private Verdict verdict() {
    return new Situation(known, past, found, archived, blind, patient, listening, doubtful, recent)
        .verdict();
  }

  private boolean isMissing() {
    return new Situation(known, past, found, archived, blind, patient, listening, doubtful, recent)
        .isMissing();
  }

  private static Position at(String epoch, long n) {
    return new Position(epoch, n);
  }

  private static ArchivePage upTo(String epoch, long checkpoint) {
    return new ArchivePage(false, epoch, checkpoint, false, List.of());
  }

  private void remember(String epoch, long from, long to) {
    recent.take(epoch, LongStream.rangeClosed(from, to).mapToObj(LogEntry::gone).toList());
  }

  private void keeps(String life, long head) {
    assertThat(verdict()).isInstanceOfSatisfying(Verdict.Mend.class, mend -> {
      assertThat(mend.keepsNumbers()).isTrue();
      assertThat(at(mend.life(), mend.head())).isEqualTo(at(life, head));
    });
  }

  private void beginsAnew(String life, long head) {
    assertThat(verdict()).isInstanceOfSatisfying(Verdict.Mend.class, mend -> {
      assertThat(mend.keepsNumbers()).isFalse();
      assertThat(at(mend.life(), mend.head())).isEqualTo(at(life, head));
    });
  }

  private void waits() {
    assertThat(verdict()).isInstanceOf(Verdict.Wait.class);
  }

  private void opens() {
    assertThat(verdict()).isEqualTo(new Verdict.Open(found));
  }

  @Test
  void aLogThatIsAllThatIsKnownIsOpenedWithoutAnybody() {
    known = at("e1", 7);
    found = at("e1", 7);
    patient = true;
    opens();
    found = at("e1", 9);
    opens();
  }

  @Test
  void whoKnowsNothingWaitsForTheArchiveAndForOthersThenTrustsTheLog() {
    found = at("e1", 7);
    patient = true;
    waits();
    archived = upTo("e1", 7);
    opens();
    listening = true;
    waits();
    archived = null;
    patient = false;
    listening = false;
    opens();
  }

  @Test
  void aLogThatNobodyCanCompareGoesOnInANewLife() {
    found = at("e1", 7);
    blind = true; // there is an archive, and it is away
    patient = true;
    waits();
    patient = false;
    beginsAnew("e1", 7);
    known = at("e1", 7);
    opens();
    known = null;
    archived = upTo("e1", 7);
    opens();
    archived = null;
    found = at("e2", 7); // begun by us or by another store
    blind = false;
    opens();
  }

  @Test
  void theFirstLifeOfAllBeginsOnceNobodyKnowsOfAnother() {
    patient = true;
    waits();
    archived = NEVER;
    beginsAnew("", 0);
    assertThat(((Verdict.Mend) verdict()).why()).isEmpty();
  }

  @Test
  void anEmptyRedisGetsAllBackFromTheArchive() {
    known = at("e1", 7);
    archived = upTo("e1", 7);
    keeps("e1", 7);
  }

  @Test
  void whatTheArchiveDoesNotHaveYetComesFromMemory() {
    known = at("e1", 9);
    archived = upTo("e1", 7);
    remember("e1", 8, 9);
    keeps("e1", 9);
    found = at("e1", 3); // an older copy
    keeps("e1", 9);
    archived = null; // memory does not reach back to 3
    patient = true;
    waits();
    found = at("e1", 7);
    keeps("e1", 9);
  }

  @Test
  void numbersThatReadersHaveSeenAreNotGivenToOtherPosts() {
    known = at("e1", 9);
    archived = upTo("e1", 7);
    remember("e1", 9, 9); // 8 is lost
    beginsAnew("e1", 7);
    known = null; // nobody can tell
    beginsAnew("e1", 7);
  }

  @Test
  void anArchiveThatStaysAwayIsNotWaitedForWithoutEnd() {
    known = at("e1", 9);
    patient = true;
    waits();
    patient = false;
    beginsAnew("", 0);
    found = at("e1", 5);
    beginsAnew("e1", 5);
  }

  @Test
  void othersAreHeardBeforeANewLifeBegins() {
    known = at("e1", 9);
    archived = upTo("e1", 7);
    listening = true;
    waits();
  }

  @Test
  void aLogBehindTheArchiveIsNoLogToGoOnWith() {
    found = at("e1", 5);
    archived = upTo("e1", 7);
    beginsAnew("e1", 7);
    known = at("e1", 7);
    keeps("e1", 7);
  }

  @Test
  void anotherLifeIsFollowedUnlessItIsAnOlderOne() {
    known = at("e1", 7);
    found = at("e2", 1);
    archived = upTo("e1", 7);
    opens();
    archived = new ArchivePage(false, "e1", 7, true, List.of());
    keeps("e1", 7);
    archived = upTo("e1", 7);
    past = Set.of("e2");
    keeps("e1", 7);
  }

  @Test
  void numbersThatWereGivenTwiceAreNotKept() {
    known = at("e1", 9);
    found = at("e1", 8);
    remember("e1", 8, 9);
    archived = upTo("e1", 7);
    keeps("e1", 9);
    doubtful = true;
    beginsAnew("e1", 8);
  }

  @Test
  void aLogThatNobodyEverHeardOfLacksNothingHoweverLongItsArchiveIsAwaited() {
    patient = true;
    waits();
    assertThat(isMissing()).isFalse();
    archived = NEVER;
    assertThat(isMissing()).isFalse();
    archived = upTo("e1", 7);
    assertThat(isMissing()).isTrue();
    archived = null;
    known = at("e1", 7);
    assertThat(isMissing()).isTrue();
  }
}
