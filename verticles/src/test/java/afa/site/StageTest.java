package afa.site;

import static org.assertj.core.api.Assertions.assertThat;

import afa.schedule.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StageTest {
  private static final Instant NOW = Instant.parse("2026-05-24T10:00:00Z");

  @Test
  void aTalkIsOnFromItsFirstMomentUntilItsEnd() {
    assertThat(titles(talk("begins", 0, 45), talk("ended", -45, 45), talk("later", 1, 45)))
        .containsExactly("begins");
  }

  @Test
  void theOneThatBeganLastComesFirst() {
    assertThat(titles(talk("old", -40, 60), talk("new", -5, 60))).containsExactly("new", "old");
  }

  @Test
  void whatIsOpenAllDayDoesNotHideTheTalks() {
    assertThat(titles(talk("exhibition", -60, 600), talk("talk", -5, 60))).containsExactly("talk");
  }

  @Test
  void aHeaderHoldsNoMoreThanSix() {
    List<Talk> many =
        IntStream.range(0, 20).mapToObj(i -> talk("t" + i, -i, 60)).toList();
    assertThat(Stage.on(many, NOW)).hasSize(6);
  }

  private static List<String> titles(Talk... talks) {
    return Stage.on(List.of(talks), NOW).stream().map(Talk::title).toList();
  }

  private static Talk talk(String title, int startsInMinutes, int minutes) {
    Instant start = NOW.plus(Duration.ofMinutes(startsInMinutes));
    return Talk.of(title, title, "", start, Duration.ofMinutes(minutes));
  }
}
