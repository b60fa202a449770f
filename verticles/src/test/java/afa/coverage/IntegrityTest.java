package afa.coverage;

import static afa.coverage.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.CoverageInterval;
import afa.message.IntegrityRead;
import afa.message.IntegrityRead.Level;
import afa.message.SourceIntegrity;
import afa.message.SourceReported.State;
import afa.source.PollReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which time is said to be complete, filled later or unknown. */
class IntegrityTest {

  @Test
  void aSourceThatIsQuietButAliveIsComplete() {
    Scene scene = new Scene("x").streaming("x", "12:00").complete("x", "09:00", "11:59:55");
    assertThat(scene.intervals("x", "12:00:04")).containsExactly("09:00-11:59:55 complete");
    assertThat(scene.seen("12:00:04").level()).isEqualTo(Level.COMPLETE);
  }

  @Test
  void timeBeforeTheFirstClaimIsUnknown() {
    Scene scene = new Scene("x").streaming("x", "12:00").complete("x", "09:30", "12:00");
    assertThat(scene.intervals("x", "12:00"))
        .containsExactly("09:00-09:30 unknown: not followed yet", "09:30-12:00 complete");
  }

  @Test
  void ofAClaimFromBeforeTheEventCountsWhatLiesInTheEvent() {
    Scene scene = new Scene("x").streaming("x", "12:00").claims("x", ledger -> ledger
        .missed(at("08:10"), at("08:20"), "the server started")
        .streamed(at("08:20"), at("12:00")));
    assertThat(scene.intervals("x", "12:00")).containsExactly("09:00-12:00 complete");
    assertThat(scene.seen("12:00").from()).isEqualTo(at("09:00"));
    assertThat(scene.seen("12:00").level()).isEqualTo(Level.COMPLETE);
    assertThat(scene.intervals("x", "08:30"))
        .containsExactly("08:10-08:20 unknown: the server started", "08:20-08:30 complete");
    assertThat(scene.intervals("x", "09:00")).hasSize(2);
  }

  @Test
  void aSourceThatOnlyClaimedTimeBeforeTheEventIsUnknownSinceItBegan() {
    Scene scene = new Scene("x").streaming("x", "12:00").complete("x", "08:00", "08:30");
    assertThat(scene.intervals("x", "12:00"))
        .containsExactly("09:00-12:00 unknown: not confirmed yet");
  }

  @Test
  void whatNobodyClaimedBetweenClaimsIsUnknown() {
    Scene scene = new Scene("x").streaming("x", "12:00").claims("x", ledger -> ledger
        .streamed(at("09:00"), at("10:00"))
        .streamed(at("10:20"), at("12:00")));
    assertThat(scene.intervals("x", "12:00"))
        .containsExactly(
            "09:00-10:00 complete",
            "10:00-10:20 unknown: nobody was reading",
            "10:20-12:00 complete");
  }

  @Test
  void gapsAndFilledTimesKeepTheirReasons() {
    Scene scene = new Scene("x").streaming("x", "12:00").claims("x", ledger -> ledger
        .streamed(at("09:00"), at("12:00"))
        .missed(at("10:00"), at("10:20"), "the connection was cut")
        .filled(at("10:05"), at("10:20"), 7));
    assertThat(scene.intervals("x", "12:00"))
        .containsExactly(
            "09:00-10:00 complete",
            "10:00-10:05 unknown: the connection was cut",
            "10:05-10:20 backfilled: the connection was cut",
            "10:20-12:00 complete");
  }

  @Test
  void aClaimThatGrowsNoMoreBecomesAGapThatGrows() {
    Scene scene = new Scene("x").streaming("x", "12:10").complete("x", "09:00", "12:00");
    assertThat(scene.intervals("x", "12:00:30")).containsExactly("09:00-12:00 complete");
    assertThat(scene.intervals("x", "12:00:31"))
        .containsExactly("09:00-12:00 complete", "12:00-12:00:31 unknown: not confirmed yet");
    assertThat(scene.intervals("x", "12:10"))
        .containsExactly("09:00-12:00 complete", "12:00-12:10 unknown: not confirmed yet");
  }

  @Test
  void theGapOfASourceInTroubleSaysItsTrouble() {
    Scene scene = new Scene("x")
        .told("x", State.DEGRADED, "12:10", "429, asking again in 5 minutes")
        .complete("x", "09:00", "12:00");
    assertThat(scene.intervals("x", "12:10"))
        .contains("12:00-12:10 unknown: 429, asking again in 5 minutes");
  }

  @Test
  void aSourceThatAsksNowAndThenIsNotMissingAnythingInBetween() {
    Scene scene = new Scene("flickr")
        .told("flickr", State.POLLING, "12:10", null)
        .complete("flickr", "09:00", "12:00");
    assertThat(scene.intervals("flickr", "12:10")).containsExactly("09:00-12:00 complete");
    scene.told("flickr", State.POLLING, "12:16", null);
    assertThat(scene.intervals("flickr", "12:16"))
        .contains("12:00-12:16 unknown: not confirmed yet");
    scene.told("flickr", State.DEGRADED, "12:10", "no answer");
    assertThat(scene.intervals("flickr", "12:10")).contains("12:00-12:10 unknown: no answer");
  }

  @Test
  void aFeedThatIsAskedHourlyIsGivenTheTimeOfTwoQuestionsAndAHalf() {
    Duration patience = PollReader.Rhythm.patience(Duration.ofHours(1), Duration.ofMinutes(5));
    Scene scene = new Scene("feeds").complete("feeds", "09:00", "12:00");
    scene.patient("feeds", "12:50", patience);
    assertThat(scene.intervals("feeds", "12:50")).containsExactly("09:00-12:00 complete");
    scene.patient("feeds", "14:35", patience);
    assertThat(scene.intervals("feeds", "14:35")).containsExactly("09:00-12:00 complete");
    scene.patient("feeds", "15:00", patience);
    assertThat(scene.intervals("feeds", "15:00"))
        .containsExactly("09:00-12:00 complete", "12:00-15:00 unknown: not confirmed yet");
  }

  @Test
  void whoeverAsksOftenIsGivenAQuarterOfAnHourAllTheSame() {
    Scene scene = new Scene("flickr").complete("flickr", "09:00", "12:00");
    scene.patient("flickr", "12:15", Duration.ofSeconds(50));
    assertThat(scene.intervals("flickr", "12:15")).containsExactly("09:00-12:00 complete");
    scene.patient("flickr", "12:16", Duration.ofSeconds(50));
    assertThat(scene.intervals("flickr", "12:16"))
        .contains("12:00-12:16 unknown: not confirmed yet");
  }

  @Test
  void aNetworkOfWhichNobodyEverHeardIsListedAndUnknown() {
    Scene scene =
        new Scene("mastodon", "x").streaming("x", "12:00").complete("x", "09:00", "12:00");
    SourceIntegrity mastodon = scene.source("mastodon", "12:00");
    assertThat(mastodon.state()).isEqualTo(State.DEGRADED);
    assertThat(mastodon.remark()).isEqualTo("nothing heard of this reader for 12 h");
    assertThat(scene.intervals("mastodon", "12:00"))
        .containsExactly("09:00-12:00 unknown: nothing heard of this reader for 12 h");
  }

  @Test
  void whoeverJustBeganToListenDoesNotCallSourcesSilentYet() {
    Scene scene = new Scene("x").listeningSince("12:00").complete("x", "09:00", "12:00");
    assertThat(scene.source("x", "12:00:15").state()).isEqualTo(State.CATCHING_UP);
    assertThat(scene.source("x", "12:00:16").state()).isEqualTo(State.DEGRADED);
  }

  @Test
  void aSourceThatFellSilentIsDegraded() {
    Scene scene = new Scene("x").streaming("x", "12:00").complete("x", "09:00", "12:00");
    assertThat(scene.source("x", "12:00:15").state()).isEqualTo(State.STREAMING);
    SourceIntegrity silent = scene.source("x", "12:00:20");
    assertThat(silent.state()).isEqualTo(State.DEGRADED);
    assertThat(silent.since()).isEqualTo(at("12:00"));
    assertThat(silent.remark()).isEqualTo("nothing heard of this reader for 20 s");
    assertThat(scene.seen("12:00:20").level()).isEqualTo(Level.GAPS);
  }

  @Test
  void partsOfANetworkAreListedInItsPlace() {
    Scene scene = new Scene("mastodon")
        .streaming("mastodon:one.example", "12:00")
        .complete("mastodon:one.example", "09:00", "12:00")
        .complete("mastodon:two.example", "09:00", "10:00");
    assertThat(scene.seen("12:00").sources())
        .extracting(SourceIntegrity::source, SourceIntegrity::part)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("mastodon", "one.example"),
            org.assertj.core.groups.Tuple.tuple("mastodon", "two.example"));
  }

  @Test
  void aPartThatIsNotFollowedAnyMoreEndsWhereItEnded() {
    Scene scene = new Scene("mastodon")
        .streaming("mastodon:new.example", "12:00")
        .complete("mastodon:new.example", "09:00", "12:00")
        .claims("mastodon:old.example", ledger -> ledger
            .streamed(at("09:30"), at("10:00"))
            .missed(at("10:00"), at("10:05"), "no answer"));
    SourceIntegrity old = scene.seen("12:00").sources().get(1);
    assertThat(old.part()).isEqualTo("old.example");
    assertThat(old.state()).isEqualTo(State.OFF);
    assertThat(old.since()).isEqualTo(at("10:05"));
    assertThat(old.remark()).isEqualTo("not followed any more");
    assertThat(old.intervals()).last().extracting(CoverageInterval::to).isEqualTo(at("10:05"));
    assertThat(scene.seen("12:00").level()).isEqualTo(Level.COMPLETE);
    assertThat(scene.seen("12:00").line()).isEqualTo("Complete since 09:00");
  }

  @Test
  void aPartIsGivenAMinuteToSpeak() {
    Scene scene = new Scene("mastodon")
        .listeningSince("11:59")
        .streaming("mastodon:one.example", "12:00")
        .complete("mastodon:two.example", "09:00", "11:58");
    assertThat(scene.seen("12:00").sources().get(1).state()).isEqualTo(State.DEGRADED);
    assertThat(scene.seen("12:00:01").sources().get(1).state()).isEqualTo(State.OFF);
  }

  @Test
  void aPartThatFellSilentOrWhoseWholeNetworkIsSilentIsInTrouble() {
    Scene scene = new Scene("mastodon")
        .streaming("mastodon:one.example", "12:00")
        .streaming("mastodon:two.example", "11:00")
        .complete("mastodon:one.example", "09:00", "12:00")
        .complete("mastodon:two.example", "09:00", "11:00");
    assertThat(scene.seen("12:00").sources().get(1).state()).isEqualTo(State.DEGRADED);
    assertThat(scene.seen("12:00").level()).isEqualTo(Level.GAPS);
    Scene silent = new Scene("mastodon", "x")
        .streaming("x", "12:00")
        .complete("mastodon:one.example", "09:00", "11:00");
    assertThat(silent.source("mastodon", "12:00").state()).isEqualTo(State.DEGRADED);
  }

  @Test
  void aNetworkThatClaimedSomethingAsAWholeKeepsItBesideItsParts() {
    Scene scene = new Scene("mastodon")
        .complete("mastodon", "09:00", "10:00")
        .complete("mastodon:one.example", "10:00", "12:00");
    assertThat(scene.seen("12:00").sources())
        .extracting(SourceIntegrity::part)
        .containsExactly(null, "one.example");
  }

  @Test
  void aSourceThatIsNoLongerFollowedIsOffAndItsTimeUnknown() {
    Scene scene = new Scene("x").complete("flickr", "09:00", "10:00");
    assertThat(scene.source("flickr", "12:00").state()).isEqualTo(State.OFF);
    assertThat(scene.intervals("flickr", "12:00"))
        .containsExactly("09:00-10:00 complete", "10:00-12:00 unknown: no longer followed");
  }

  @Test
  void afterTheEndNothingGrows() {
    Scene scene = new Scene("x").streaming("x", "19:00").complete("x", "09:00", "19:00");
    assertThat(scene.intervals("x", "19:00")).containsExactly("09:00-18:00 complete");
    assertThat(scene.seen("19:00").to()).isEqualTo(at("18:00"));
    scene.complete("x", "09:00", "17:00");
    assertThat(scene.intervals("x", "19:00"))
        .containsExactly("09:00-17:00 complete", "17:00-18:00 unknown: not confirmed yet");
  }

  @Test
  void aReaderThatIsGoneAfterTheEndIsOffAndNoTrouble() {
    Scene scene = new Scene("x").streaming("x", "18:30").complete("x", "09:00", "18:30");
    assertThat(scene.source("x", "23:00").state()).isEqualTo(State.OFF);
    assertThat(scene.seen("23:00").level()).isEqualTo(Level.COMPLETE);
    assertThat(scene.seen("23:00").line()).isEqualTo("Complete 09:00–18:00");
  }

  @Test
  void aheadOfTheEventNothingIsMissing() {
    IntegrityRead read = new Scene("x").streaming("x", "08:00").seen("08:00");
    assertThat(read.sources().get(0).intervals()).isEmpty();
    assertThat(read.level()).isEqualTo(Level.UNCLEAR);
    assertThat(read.line()).isEqualTo("The event has not begun");
    assertThat(read.from()).isEqualTo(read.to());
  }

  @Test
  void aClaimFromAnotherClockEndsNow() {
    Scene scene = new Scene("x").streaming("x", "12:00").complete("x", "09:00", "12:00:03");
    assertThat(scene.intervals("x", "12:00")).containsExactly("09:00-12:00 complete");
  }

  @Test
  void aStoreThatIsAwayDegradesWhatWasLastKnown() {
    Scene scene =
        new Scene("x").streaming("x", "12:01").complete("x", "09:00", "12:00").trouble("12:00:10");
    SourceIntegrity source = scene.source("x", "12:01");
    assertThat(source.state()).isEqualTo(State.DEGRADED);
    assertThat(source.remark()).isEqualTo("the store does not answer");
    assertThat(source.since()).isEqualTo(at("12:00:10"));
    assertThat(scene.intervals("x", "12:01"))
        .contains("12:00-12:01 unknown: the store does not answer");
    assertThat(scene.seen("12:01").problem()).isEqualTo("the store does not answer");
  }
}
