package afa.placement;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Author;
import afa.feed.Post;
import afa.schedule.Handle;
import afa.schedule.Person;
import afa.schedule.Schedule;
import afa.schedule.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final Instant TEN = Instant.parse("2026-05-26T10:00:00Z");
  private static final Talk GRIDS = talk(
      "grids",
      "Subgrid for everybody",
      "Great Hall",
      0,
      "ada",
      "columns tracks alignment subgrid",
      "gridlove");
  private static final Talk FONTS = talk(
      "fonts",
      "Typefaces that breathe",
      "Loft",
      0,
      "bob",
      "glyphs kerning variable typography",
      "fontfun");
  private static final Talk NEXT = talk(
      "next",
      "Queues and marbles",
      "Great Hall",
      60,
      "cyd",
      "waiting load latency throughput",
      "queues");
  private static final Schedule BOTH = Schedule.of(ZoneOffset.UTC, List.of(GRIDS, FONTS, NEXT));
  private static final Schedule ALONE = Schedule.of(ZoneOffset.UTC, List.of(GRIDS, NEXT));

  @Test
  void whatIsSaidDuringTheOnlyTalkBelongsToIt() {
    assertThat(places(ALONE, "Well said!", 15)).containsExactly("grids");
  }

  @Test
  void withoutAnySignNobodyCanTellParallelTalksApart() {
    assertThat(places(BOTH, "Well said!", 15)).containsExactly("fonts", "grids");
  }

  @Test
  void tagSpeakerRoomAndWordsTellParallelTalksApart() {
    assertThat(places(BOTH, "So good #fontfun", 15)).containsExactly("fonts");
    assertThat(places(BOTH, "Listening to @bob", 15)).containsExactly("fonts");
    assertThat(places(BOTH, "Ada Stone is great", 15)).containsExactly("grids");
    assertThat(places(BOTH, "Great Hall is packed", 15)).containsExactly("grids");
    assertThat(places(BOTH, "Kerning variable glyphs, finally", 15)).containsExactly("fonts");
  }

  @Test
  void wordsMinutesAfterTheEndStillBelongToTheTalkWhenTheyFit() {
    assertThat(places(ALONE, "Still thinking of subgrid and alignment of columns", 55))
        .containsExactly("grids");
    assertThat(places(ALONE, "Off to lunch", 80 + 45)).containsExactly(Placed.HALLWAY);
  }

  @Test
  void whatIsSaidFarFromAnyTalkNeedsATag() {
    assertThat(places(ALONE, "What a dinner", 600)).containsExactly(Placed.HALLWAY);
    assertThat(places(ALONE, "Slides of #gridlove by @ada are up", 600)).containsExactly("grids");
  }

  @Test
  void anAnswerStaysWithWhatItAnswers() {
    Context answer =
        new Context(List.of(new Placed("fonts", 0.9, List.of())), List.of(), Duration.ZERO);
    assertThat(ids(Placement.into(BOTH).place(post("Indeed", 30), answer)))
        .containsExactly("fonts");
    assertThat(ids(Placement.into(BOTH).place(post("Indeed", 120), answer)))
        .isNotEqualTo(List.of("grids"));
  }

  @Test
  void whoSatInATalkMostlyStays() {
    Context sat =
        new Context(List.of(), List.of(new Placed("fonts", 0.9, List.of())), Duration.ofMinutes(3));
    assertThat(ids(Placement.into(BOTH).place(post("Ha", 20), sat))).containsExactly("fonts");
  }

  @Test
  void reasonsAreStoredWithTheirWeightTheHeaviestFirst() {
    Placed placed =
        Placement.into(BOTH).place(post("So good #fontfun", 15), Context.NONE).get(0);
    assertThat(placed.weight()).isBetween(0.9, 1.0);
    assertThat(placed.reasons().get(0).kind()).isEqualTo(Reason.Kind.TAG);
    assertThat(placed.reasons())
        .extracting(Reason::sentence)
        .contains("has its tag #fontfun", "was said while it was on");
  }

  @Test
  void aCancelledTalkGetsNothing() {
    Talk off = new Talk(
        "off",
        List.of(),
        "Off",
        TEN,
        TEN.plusSeconds(1800),
        "",
        "",
        "",
        "",
        List.of(),
        "",
        null,
        List.of("offtag"),
        true);
    assertThat(places(Schedule.of(ZoneOffset.UTC, List.of(off)), "#offtag", 5))
        .containsExactly(Placed.HALLWAY);
  }

  @Test
  void emptyAndOddTextsHaveAPlaceToo() {
    for (String text :
        List.of("", "   ", "#", "@", "\ud83d", "@@@ ### \u0000", "x".repeat(100_000))) {
      assertThat(Placement.into(BOTH).place(post(text, 15), Context.NONE)).isNotEmpty();
    }
    assertThat(places(Schedule.of(ZoneOffset.UTC, List.of()), "hello", 5))
        .containsExactly(Placed.HALLWAY);
  }

  private static List<String> places(Schedule schedule, String text, int minutes) {
    return ids(Placement.into(schedule).place(post(text, minutes), Context.NONE));
  }

  private static List<String> ids(List<Placed> places) {
    return places.stream().map(Placed::talk).sorted().toList();
  }

  private static Post post(String text, int minutes) {
    Instant at = TEN.plus(Duration.ofMinutes(minutes));
    return Post.builder("x", "1")
        .author(new Author("Kit", "kit", null, null))
        .text(text)
        .postedAt(at)
        .receivedAt(at);
  }

  private static Talk talk(
      String id,
      String title,
      String room,
      int minutes,
      String handle,
      String summary,
      String tag) {
    String name =
        handle.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + handle.substring(1) + " Stone";
    Person speaker = new Person(handle, name, List.of(new Handle("x", handle)), List.of());
    return Talk.of(id, title, room, TEN.plus(Duration.ofMinutes(minutes)), Duration.ofMinutes(45))
        .about(List.of(speaker), summary, List.of(tag));
  }
}
