package afa.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleDiffTest {

  @Test
  void everyChangeIsASentence() throws NotASchedule {
    List<String> sentences = sentences(
        Samples.table(
            "a,2026-10-24T10:00,00:30,Hall 1,Grids,Ada",
            "b,2026-10-24T11:00,00:30,Hall 1,Fonts,Bob",
            "c,2026-10-24T12:00,00:30,Hall 1,Colour,Cy",
            "d,2026-10-24T13:00,00:30,Hall 1,Gone,Dee"),
        Samples.table(
            "a,2026-10-24T10:15,00:30,Hall 2,Grids,Ada",
            "b,2026-10-24T11:00,00:30,Hall 1,Typefaces,Bob",
            "c,2026-10-24T12:00,00:30,Hall 1,Colour,Cy;Eve",
            "e,2026-10-24T14:00,00:30,Hall 1,New,"));
    assertThat(sentences)
        .containsExactly(
            "\"Grids\" moves from Sat 24 Oct 10:00–10:30 to Sat 24 Oct 10:15–10:45.",
            "\"Grids\" goes from Hall 1 to Hall 2.",
            "\"Fonts\" is now called \"Typefaces\".",
            "\"Colour\" is now by Cy, Eve; it was by Cy.",
            "\"New\" is new: Sat 24 Oct 14:00–14:30, Hall 1.",
            "\"Gone\" is gone; it was Sat 24 Oct 13:00–13:30, Hall 1.");
  }

  @Test
  void withoutStableIdsTitleAndStartTellTheSameTalkWhichKeepsItsId() throws NotASchedule {
    Schedule before = Samples.table(
        "a1,2026-10-24T10:00,00:30,Hall,Grids,", "a2,2026-10-24T11:00,00:30,Hall,Fonts,");
    Schedule after = Samples.table(
        "b1,2026-10-24T10:00,00:30,Hall,Grids,", "b2,2026-10-24T15:00,00:30,Hall,Fonts,");
    ScheduleDiff diff = ScheduleDiff.between(before, after);
    assertThat(diff.changes()).extracting(Change::kind).containsExactly(Change.Kind.MOVED);
    assertThat(diff.adopted().talks()).extracting(Talk::id).containsExactly("a1", "a2");
  }

  @Test
  void whatHappensSeveralTimesUnderOneTitleIsNotGuessed() throws NotASchedule {
    ScheduleDiff diff = ScheduleDiff.between(
        Samples.table(
            "a,2026-10-24T10:00,00:30,Hall,Lunch,", "b,2026-10-25T10:00,00:30,Hall,Lunch,"),
        Samples.table("c,2026-10-26T10:00,00:30,Hall,Lunch,"));
    assertThat(diff.count(Change.Kind.DROPPED)).isEqualTo(2);
    assertThat(diff.count(Change.Kind.ADDED)).isEqualTo(1);
  }

  @Test
  void anIdThatAnotherTalkHasByNowLeadsNowhere() throws NotASchedule {
    ScheduleDiff diff = ScheduleDiff.between(
        Samples.table("1,2026-10-24T10:00,00:30,Hall,Grids,Ada"),
        Samples.table("1,2026-10-25T12:00,00:30,Loft,Baking,Bob"));
    assertThat(diff.changes())
        .extracting(Change::kind)
        .containsExactly(Change.Kind.ADDED, Change.Kind.DROPPED);
    assertThat(diff.adopted().talks().get(0).title()).isEqualTo("Baking");
  }

  @Test
  void anotherTalkInTheSlotIsToldAsSuch() throws NotASchedule {
    assertThat(sentences(
            Samples.table("1,2026-10-24T10:00,00:30,Hall,Grids,Ada"),
            Samples.table("1,2026-10-24T10:00,00:30,Hall,Baking,Bob")))
        .containsExactly("\"Grids\" is replaced by \"Baking\" by Bob.");
  }

  @Test
  void aVersionThatLosesMoreThanAThirdIsDrastic() throws NotASchedule {
    Schedule whole = Samples.table(
        "a,2026-10-24T10:00,00:30,H,A,",
        "b,2026-10-24T11:00,00:30,H,B,",
        "c,2026-10-24T12:00,00:30,H,C,");
    Schedule two = Samples.table("a,2026-10-24T10:00,00:30,H,A,", "b,2026-10-24T11:00,00:30,H,B,");
    Schedule one = Samples.table("a,2026-10-24T10:00,00:30,H,A,");
    assertThat(ScheduleDiff.between(whole, two).isDrastic()).isFalse();
    assertThat(ScheduleDiff.between(whole, one).isDrastic()).isTrue();
    assertThat(ScheduleDiff.between(whole, whole).isEmpty()).isTrue();
  }

  private static List<String> sentences(Schedule before, Schedule after) {
    return ScheduleDiff.between(before, after).sentences();
  }
}
