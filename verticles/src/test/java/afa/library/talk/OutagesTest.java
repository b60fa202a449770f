package afa.library.talk;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Coverage;
import afa.library.talk.Outages.Outage;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutagesTest {
  private static final Instant TWO = Instant.parse("2026-05-24T14:00:00Z");
  private static final Instant LATER = TWO.plusSeconds(86_400);

  private static Instant at(int minute) {
    return TWO.plusSeconds(60L * minute);
  }

  private static Outages of(Map<String, Coverage> sources, Instant now) {
    return Outages.of(sources, TWO, at(45), now);
  }

  @Test
  void timeThatASourceClaimsIsNoOutageHoweverQuietItWas() {
    Coverage all = Coverage.NONE.streamed(at(-60), at(90));
    assertThat(of(Map.of("x", all), LATER)).isEqualTo(new Outages(true, java.util.List.of()));
  }

  @Test
  void whatIsUnknownAndWhatNobodyClaimsIsOneForItsNetwork() {
    Coverage broken = Coverage.NONE
        .streamed(at(-10), at(10))
        .missed(at(10), at(15), "the stream was away")
        .streamed(at(15), at(30));
    assertThat(of(Map.of("mastodon:one.example", broken), LATER).times())
        .containsExactly(
            new Outage(at(10), at(15), "Mastodon (one.example)", "the stream was away"),
            new Outage(at(30), at(45), "Mastodon (one.example)", "nobody was reading"));
  }

  @Test
  void whatWasFetchedLaterIsNone() {
    Coverage mended = Coverage.NONE
        .streamed(at(0), at(45))
        .missed(at(10), at(15), "away")
        .filled(at(10), at(15), 3);
    assertThat(of(Map.of("x", mended), LATER).times()).isEmpty();
  }

  @Test
  void aSourceThatSaidNothingOfThisTimeWasAwayForAllOfIt() {
    assertThat(of(Map.of("x", Coverage.NONE), LATER).times())
        .containsExactly(new Outage(at(0), at(45), "X", "nobody was reading"));
  }

  @Test
  void whereNoSourceEverClaimedAnythingNothingIsKnown() {
    assertThat(of(Map.of(), LATER).isKnown()).isFalse();
  }

  @Test
  void whatIsToBeClaimedYetIsNotMissing() {
    Coverage running = Coverage.NONE.streamed(at(-10), at(12));
    assertThat(of(Map.of("x", running), at(20)).times()).isEmpty();
    assertThat(of(Map.of("x", running), at(30)).times())
        .containsExactly(new Outage(at(12), at(20), "X", "nobody was reading"));
  }
}
