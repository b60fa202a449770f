package afa.export;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CuesTest {
  @Test
  void aShortPostStaysTwoSecondsAndALongOneSeven() {
    List<Cue> cues =
        Cues.of(List.of(said(10, "Hi"), said(60, "long words ".repeat(40)))).shown();
    assertThat(cues.get(0).from()).isEqualTo(ofSeconds(10));
    assertThat(cues.get(0).to()).isEqualTo(ofSeconds(12));
    assertThat(length(cues.get(1))).isLessThanOrEqualTo(ofSeconds(7)).isGreaterThan(ofSeconds(5));
  }

  @Test
  void whatWasSaidBeforeTheRecordingIsNotInIt() {
    assertThat(Cues.of(List.of(said(-1, "too early"), said(0, "now"))).shown()).hasSize(1);
  }

  @Test
  void theOrderIsThatOfTheTimeTheyWerePosted() {
    List<Cue> cues = Cues.of(List.of(said(50, "second"), said(20, "first"))).shown();
    assertThat(cues)
        .extracting(cue -> cue.lines().get(0))
        .containsExactly("Ada: first", "Ada: second");
  }

  @Test
  void thirdInTheSameSecondWaitsUntilOneHasBeenRead() {
    List<Cue> cues = Cues.of(
            List.of(said(5, "one two three four five six seven"), said(5, "two"), said(5, "three")))
        .shown();
    assertThat(cues.get(0).to()).isEqualTo(ofSeconds(7));
    assertThat(cues.get(2).from()).isEqualTo(ofSeconds(7));
  }

  @Test
  void whatFindsNoRoomInTimeIsLeftOutAndCounted() {
    List<Said> storm = new ArrayList<>();
    for (int i = 0; i < 100; i++) storm.add(said(5, "number " + i));
    Cues cues = Cues.of(storm);
    assertThat(cues.shown()).hasSize(32); // two lanes, two seconds each, 30 s late at most
    assertThat(cues.leftOut()).isEqualTo(68);
  }

  @Test
  void neverMoreThanTwoAtOnceAndEachCanBeRead() {
    Random random = new Random(20_260_524);
    for (int run = 0; run < 300; run++) {
      List<Said> said = new ArrayList<>();
      int count = random.nextInt(60);
      for (int i = 0; i < count; i++) {
        said.add(new Said(
            ofMillis(random.nextInt(60_000)), "Ada", "words ".repeat(1 + random.nextInt(30))));
      }
      List<Cue> cues = Cues.of(said).shown();
      for (Cue cue : cues) {
        assertThat(length(cue)).isBetween(ofSeconds(2), ofSeconds(7));
        assertThat(cue.lines()).hasSizeBetween(1, 2);
        long same = cues.stream()
            .filter(other -> other.from().compareTo(cue.from()) <= 0)
            .filter(other -> other.to().compareTo(cue.from()) > 0)
            .count();
        assertThat(same).isLessThanOrEqualTo(2);
      }
    }
  }

  private static Said said(int second, String words) {
    return new Said(ofSeconds(second), "Ada", words);
  }

  private static Duration length(Cue cue) {
    return cue.to().minus(cue.from());
  }
}
