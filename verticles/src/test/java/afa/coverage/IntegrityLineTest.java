package afa.coverage;

import static afa.coverage.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import afa.message.IntegrityRead.Level;
import afa.message.SourceReported.State;
import org.junit.jupiter.api.Test;

/** What a layperson is told. */
class IntegrityLineTest {

  @Test
  void allIsWell() {
    says(
        both().complete("x", "09:00", "12:30").complete("flickr", "09:00", "12:30"),
        Level.COMPLETE,
        "Complete since 09:00");
  }

  @Test
  void aGapThatWasFilledIsToldAndNoHarm() {
    Scene scene = both().complete("flickr", "09:00", "12:30").claims("x", ledger -> ledger
        .streamed(at("09:00"), at("12:30"))
        .found(at("11:03"), at("11:05"), 14, "the connection was cut"));
    says(scene, Level.COMPLETE, "Complete since 09:00 · X 11:03–11:05 filled later, 14 posts");
  }

  @Test
  void aGapInWhichNothingHadBeenMissedIsNotWorthTheLine() {
    Scene scene = both().complete("flickr", "09:00", "12:30").claims("x", ledger -> ledger
        .streamed(at("09:00"), at("12:30"))
        .found(at("11:03"), at("11:05"), 0, "the connection was cut"));
    says(scene, Level.COMPLETE, "Complete since 09:00");
  }

  @Test
  void aGapThatCouldNotBeFilledIsTold() {
    Scene scene = both().complete("x", "09:00", "12:30").claims("flickr", ledger -> ledger
        .streamed(at("09:00"), at("12:30"))
        .missed(at("12:10"), at("12:20"), "no answer")
        .found(at("11:03"), at("11:05"), 1, "late"));
    says(
        scene,
        Level.GAPS,
        "Complete since 09:00 · Flickr unknown 12:10–12:20 · Flickr 11:03–11:05 filled later, 1 post");
  }

  @Test
  void presentTroubleComesFirstAndTheRestIsCounted() {
    Scene scene = both().complete("x", "09:00", "12:00").claims("flickr", ledger -> ledger
        .streamed(at("09:00"), at("12:30"))
        .missed(at("10:00"), at("10:01"), "no answer")
        .missed(at("10:10"), at("10:11"), "no answer")
        .missed(at("10:20"), at("10:21"), "no answer"));
    says(
        scene,
        Level.GAPS,
        "Complete since 09:00 · X unknown since 12:00 · Flickr unknown 10:20–10:21"
            + " · Flickr unknown 10:10–10:11 · 1 more");
  }

  @Test
  void aSourceInTroubleIsNamedBeforeAnythingIsMissing() {
    Scene scene = new Scene("x", "flickr")
        .told("x", State.DEGRADED, "12:30", "the connection was cut")
        .told("flickr", State.POLLING, "12:30", null)
        .complete("x", "09:00", "12:30")
        .complete("flickr", "09:00", "12:30");
    says(scene, Level.GAPS, "Complete since 09:00 · X in trouble since 12:30");
  }

  @Test
  void timeOfTheEventThatNobodySawIsToldOnce() {
    Scene scene = both().complete("x", "09:20", "12:30").complete("flickr", "09:20:10", "12:30");
    says(scene, Level.GAPS, "Complete since 09:20 · nothing is known of 09:00–09:20");
  }

  @Test
  void itIsCompleteSinceTheLastSourceBeganAndThoseThatCameLateAreNamed() {
    Scene scene = both().complete("x", "09:00", "12:30").complete("flickr", "10:00", "12:30");
    says(scene, Level.GAPS, "Complete since 10:00 · from 09:00 without Flickr");
    Scene many = new Scene("x", "flickr", "mastodon", "bluesky")
        .streaming("x", "12:30")
        .streaming("flickr", "12:30")
        .streaming("mastodon", "12:30")
        .streaming("bluesky", "12:30")
        .complete("x", "09:10", "12:30")
        .complete("flickr", "10:00", "12:30")
        .complete("mastodon", "09:40", "12:30")
        .complete("bluesky", "10:00", "12:30");
    says(
        many,
        Level.GAPS,
        "Complete since 10:00 · from 09:10 without Bluesky, Flickr and 1 more"
            + " · nothing is known of 09:00–09:10");
  }

  @Test
  void whatASourceFetchedWhenItBeganIsNothingThatHappened() {
    Scene scene = both().complete("x", "09:00", "12:30").claims("flickr", ledger -> ledger
        .filled(at("01:00"), at("09:30"), 32)
        .streamed(at("09:30"), at("12:30")));
    says(scene, Level.COMPLETE, "Complete since 09:00");
  }

  @Test
  void aSourceThatNeverToldAnythingDoesNotMakeTheOthersLate() {
    Scene scene = both().complete("x", "09:00", "12:30");
    says(scene, Level.GAPS, "Complete since 09:00 · Flickr unknown since 09:00");
    scene.complete("x", "09:00", "18:00");
    assertThat(scene.seen("20:00").line())
        .isEqualTo("Complete 09:00–18:00 · Flickr unknown 09:00–18:00");
    assertThat(scene.seen("20:00").level()).isEqualTo(Level.GAPS);
  }

  @Test
  void aHoleRightAfterTheStartIsNoLateStart() {
    Scene scene = both().complete("flickr", "09:00", "12:30").claims("x", ledger -> ledger
        .streamed(at("09:00"), at("12:30"))
        .missed(at("09:00:20"), at("09:00:40"), "cut"));
    says(scene, Level.GAPS, "Complete since 09:00 · X unknown 09:00");
  }

  @Test
  void whatASourceClaimsOfTheWeekBeforeDoesNotSpeakForTheOthers() {
    Scene scene = both().complete("x", "09:00", "12:30").claims("flickr", ledger -> ledger
        .filled(at("01:00"), at("12:30"), 3)
        .missed(at("07:00"), at("08:00"), "no answer"));
    says(scene, Level.COMPLETE, "Complete since 09:00 · Flickr 09:00–12:30 filled later, 3 posts");
  }

  @Test
  void ofAGapAcrossTheBeginThePartInTheEventIsTold() {
    Scene scene = both().complete("flickr", "08:00", "12:30").claims("x", ledger -> ledger
        .streamed(at("08:00"), at("12:30"))
        .missed(at("08:21"), at("08:22"), "the server started")
        .missed(at("08:55"), at("09:00:40"), "cut"));
    says(scene, Level.GAPS, "Complete since 09:00 · X unknown 09:00");
    assertThat(scene.intervals("x", "12:30"))
        .containsExactly("09:00-09:00:40 unknown: cut", "09:00:40-12:30 complete");
  }

  @Test
  void aheadOfTheEventThereIsNothingBeforeTheLastSourceBegan() {
    Scene scene = new Scene("x", "flickr")
        .streaming("x", "08:30")
        .streaming("flickr", "08:30")
        .complete("x", "08:00", "08:30")
        .complete("flickr", "07:00", "08:30");
    assertThat(scene.seen("08:30").line()).isEqualTo("Complete since 08:00");
  }

  @Test
  void aPartIsNamed() {
    Scene scene = new Scene("mastodon")
        .streaming("mastodon:one.example", "12:30")
        .streaming("mastodon:two.example", "12:30")
        .complete("mastodon:one.example", "09:00", "12:30")
        .complete("mastodon:two.example", "09:00", "12:10");
    says(scene, Level.GAPS, "Complete since 09:00 · Mastodon (two.example) unknown since 12:10");
  }

  @Test
  void aStoreThatIsAwayIsToldInsteadOfAllItsSources() {
    Scene scene = both()
        .complete("x", "09:00", "12:10")
        .complete("flickr", "09:00", "12:10")
        .trouble("12:10");
    says(scene, Level.GAPS, "Complete since 09:00 · new posts are held up since 12:10");
  }

  @Test
  void theFirstSecondsOfAnEventAreNoGap() {
    Scene scene = new Scene("x").streaming("x", "09:00");
    assertThat(scene.seen("09:00:10").line()).isEqualTo("Nothing is certain yet");
    assertThat(scene.seen("09:00:10").level()).isEqualTo(Level.UNCLEAR);
  }

  @Test
  void anEventWithoutNetworksSaysSo() {
    says(new Scene(), Level.UNCLEAR, "No network is followed");
  }

  private static Scene both() {
    return new Scene("x", "flickr").streaming("x", "12:30").streaming("flickr", "12:30");
  }

  private static void says(Scene scene, Level level, String line) {
    assertThat(scene.seen("12:30").line()).isEqualTo(line);
    assertThat(scene.seen("12:30").level()).isEqualTo(level);
  }
}
