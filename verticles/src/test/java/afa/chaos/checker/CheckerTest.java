package afa.chaos.checker;

import static org.assertj.core.api.Assertions.assertThat;

import afa.chaos.checker.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Ledgers made up, one for each way in which a feed may be wrong. */
class CheckerTest {
  private final List<Entry> log = new ArrayList<>(List.of(post(1), post(2), post(3), post(4)));
  private final List<Entry> archive = new ArrayList<>(log);
  private final List<Entry> anna = new ArrayList<>(List.of(Entry.begin(0, "e", 0)));
  private final List<Entry> ben = new ArrayList<>(List.of(Entry.begin(0, "e", 2)));
  private final List<Posted> posted = new ArrayList<>();

  CheckerTest() {
    anna.addAll(log);
    ben.addAll(log.subList(2, 4));
    posted.add(new Posted("http:2", 2, "e", 20));
  }

  @Test
  void aRunInWhichAllIsAsItMustBeHasNoFindings() {
    Report report = report();
    assertThat(report.findings()).isEmpty();
    assertThat(report.head()).isEqualTo(4);
  }

  @Test
  void aNumberThatAReaderNeverSawIsMissing() {
    anna.remove(2);
    assertThat(kinds()).containsExactly(Kind.MISSING);
    assertThat(report().findings().get(0).toString()).isEqualTo("MISSING anna (1): 2");
  }

  @Test
  void aNumberThatComesTwiceIsRepeated() {
    anna.add(3, post(2));
    assertThat(kinds()).containsExactly(Kind.REPEATED);
  }

  @Test
  void numbersThatChangePlacesAreOutOfOrder() {
    anna.add(2, anna.remove(3));
    assertThat(kinds()).containsExactly(Kind.OUT_OF_ORDER);
  }

  @Test
  void aHistoryThatEndsBeforeTheHeadIsBehind() {
    ben.remove(2);
    assertThat(kinds()).containsExactly(Kind.BEHIND);
    ben.clear();
    assertThat(kinds()).containsExactly(Kind.BEHIND);
  }

  @Test
  void aNumberThatTheLogDoesNotHaveIsForeign() {
    ben.add(post(5));
    assertThat(kinds()).containsExactly(Kind.FOREIGN);
  }

  @Test
  void anotherTextUnderTheSameNumberIsNoticed() {
    anna.set(2, with(2, "post", 0, "http:2", "other"));
    assertThat(kinds()).containsExactly(Kind.CONTENT);
  }

  @Test
  void aTombstoneThatNoRetractionTellsOfIsNoticed() {
    anna.set(2, gone(2));
    assertThat(kinds()).containsExactly(Kind.CONTENT);
  }

  @Test
  void aReaderThatIsToldToBeginAnewIsNoticed() {
    anna.add(2, Entry.reset(5, "e", 0));
    assertThat(kinds()).containsExactly(Kind.LIFE);
    anna.set(2, Entry.begin(5, "f", 0));
    assertThat(kinds()).containsExactly(Kind.LIFE);
  }

  @Test
  void aHoleInTheLogItselfIsNoticed() {
    log.set(3, post(5));
    archive.set(3, post(5));
    anna.remove(4);
    ben.remove(2);
    assertThat(kinds()).contains(Kind.NUMBERS);
  }

  @Test
  void aPostThatIsInTheLogTwiceIsDoubled() {
    append(with(5, "post", 0, "http:2", "c2"));
    assertThat(kinds()).containsExactly(Kind.DOUBLED);
  }

  @Test
  void aPostThatWasSentAndIsNotThereIsLost() {
    posted.add(new Posted("http:9", 9, "e", 5));
    posted.add(new Posted("http:8", 0, "", 0));
    assertThat(kinds()).containsExactly(Kind.LOST);
    assertThat(report().findings().get(0).times()).isEqualTo(2);
  }

  @Test
  void aPostAtAnotherNumberThanAcknowledgedIsMoved() {
    posted.set(0, new Posted("http:2", 3, "e", 20));
    assertThat(kinds()).containsExactly(Kind.MOVED);
  }

  @Test
  void aPostOfThePublisherThatItNeverSentIsForeign() {
    append(with(5, "post", 0, "http:5", "c5"));
    assertThat(kinds()).containsExactly(Kind.FOREIGN);
  }

  @Test
  void anArchiveThatLacksDiffersOrHasMoreIsNoticed() {
    archive.remove(1);
    archive.set(1, with(3, "post", 0, "x:3", "other"));
    archive.add(post(7));
    assertThat(kinds()).containsExactly(Kind.ARCHIVE);
    assertThat(report().findings().get(0).examples())
        .containsExactly("2 is not there", "3 differs", "7 is too much");
  }

  @Test
  void whoReadsAnEditLateSeesTheNewTextInThePlaceOfTheOld() {
    append(with(5, "revise", 1, "x:1", "new"));
    change(1, with(1, "post", 0, "x:1", "new"));
    assertThat(kinds()).isEmpty();
    change(1, with(1, "post", 0, "x:1", "third"));
    assertThat(kinds()).containsExactly(Kind.CONTENT);
  }

  @Test
  void aDeletionLeavesTombstonesOfThePostAndOfItsEdits() {
    append(with(5, "revise", 1, "x:1", "new"));
    append(with(6, "retract", 1, "", "none"));
    change(1, gone(1));
    change(5, gone(5));
    assertThat(kinds()).isEmpty();
  }

  @Test
  void aPostThatWasRetractedAndStillStandsIsNoticed() {
    append(with(5, "retract", 1, "", "none"));
    assertThat(kinds()).containsExactly(Kind.CONTENT);
  }

  @Test
  void theLongestStallIsCountedFromWhatOthersHad() {
    anna.set(3, at(3, 1_000));
    ben.set(1, at(3, 8_000));
    ben.set(2, at(4, 8_000));
    assertThat(report().longestStallMillis()).isEqualTo(7_996);
    assertThat(report().stalled()).isEqualTo("ben at 4");
  }

  @Test
  void linesOfALedgerAreReadAsTheyWereWritten() {
    Entry entry = Entry.of(
        7, "e", "{\"n\":3,\"type\":\"revise\",\"target\":1,\"source\":\"x\",\"id\":\"1\"}");
    assertThat(Entry.parse(entry.line())).isEqualTo(entry);
    assertThat(entry.identity()).isEqualTo("x:1");
    assertThat(Entry.of(7, "e", "{\"n\":1,\"type\":\"post\",\"source\":\"x\",\"id\":\"1\"}")
            .content())
        .isEqualTo(entry.content());
  }

  private List<Kind> kinds() {
    return report().findings().stream().map(Finding::kind).distinct().toList();
  }

  private Report report() {
    Map<String, Supplier<List<Entry>>> readers = new TreeMap<>();
    readers.put("anna", () -> anna);
    readers.put("ben", () -> ben);
    return Checker.check(new Evidence(log, log.size(), archive, readers, posted));
  }

  private void append(Entry entry) {
    List.of(log, archive, anna, ben).forEach(ledger -> ledger.add(entry));
  }

  /** In place, for those who read it from now on. */
  private void change(int n, Entry entry) {
    log.set(n - 1, entry);
    archive.set(n - 1, entry);
  }

  private static Entry post(int n) {
    return at(n, n);
  }

  private static Entry at(int n, long millis) {
    String identity = (n == 2 ? "http:" : "x:") + n;
    return new Entry(millis, "e", n, "post", 0, identity, "c" + n);
  }

  private static Entry gone(int n) {
    return with(n, "gone", 0, "", "none");
  }

  private static Entry with(int n, String type, long target, String identity, String content) {
    return new Entry(n, "e", n, type, target, identity, content);
  }
}
