package afa.placement;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Author;
import afa.feed.Post;
import afa.schedule.Schedule;
import afa.schedule.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArrivalPlacementTest {
  private static final Instant TEN = Instant.parse("2026-05-26T10:00:00Z");
  private final ArrivalPlacement placement = new ArrivalPlacement(3);

  @Test
  void withoutAScheduleThereIsNoPlace() {
    assertThat(placement.isReady()).isFalse();
    assertThat(placement.place(post("1", "kit", "Grids", null))).isEmpty();
  }

  @Test
  void whoAnswersAndWhoStaysGoesOnWhereThePostWas() {
    follow();
    assertThat(placement.place(post("1", "kit", "Grids, grids", null))).containsExactly("grids");
    assertThat(placement.place(post("2", "ann", "Indeed", "1"))).containsExactly("grids");
    assertThat(placement.place(post("3", "kit", "Hear, hear", null))).containsExactly("grids");
    assertThat(placement.place(post("4", "bo", "Hear, hear", null))).isEmpty();
  }

  @Test
  void aPostThatIsGoneIsForgottenAndSoAreTheOldest() {
    follow();
    placement.place(post("1", "kit", "Grids, grids", null));
    placement.forget("x:1");
    assertThat(placement.place(post("2", "ann", "Indeed", "1"))).isEmpty();
    placement.place(post("3", "kit", "Grids, grids", null));
    for (int i = 10; i < 14; i++) placement.place(post("" + i, "a" + i, "Well", null));
    assertThat(placement.place(post("4", "ann", "Indeed", "3"))).isEmpty();
  }

  @Test
  void aPostThatComesAgainIsWhereItWas() {
    follow();
    Post post = post("1", "kit", "Grids, grids", null);
    assertThat(placement.place(post)).isEqualTo(placement.place(post));
  }

  private void follow() {
    Duration length = Duration.ofMinutes(45);
    placement.follow(Placement.into(Schedule.of(
        ZoneOffset.UTC,
        List.of(
            Talk.of("grids", "Grids", "Hall", TEN, length),
            Talk.of("type", "Type", "Dome", TEN, length),
            Talk.of("ink", "Ink", "Tent", TEN, length)))));
  }

  private static Post post(String id, String author, String text, @Nullable String answered) {
    return Post.builder("x", id)
        .author(new Author(author, author, null, null))
        .text(text)
        .replyTo(answered)
        .receivedAt(TEN.plusSeconds(1_200));
  }
}
