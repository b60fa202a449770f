package afa.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleJsonTest {

  @Test
  void aTalkHasItsTitleSpeakersRoomAndTimes() {
    assertThat(
            talks(
                """
        {"title":" Grids ","date":"2026-05-24T10:00:00+02:00","duration":"00:45",
         "persons":[{"public_name":"Mara"},{"name":"Ed"},{"id":7}]}"""))
        .containsExactly(new Talk(
            "Grids",
            List.of("Mara", "Ed"),
            "Hall 1",
            Instant.parse("2026-05-24T08:00:00Z"),
            Instant.parse("2026-05-24T08:45:00Z")));
  }

  @Test
  void theEndWinsOverTheDuration() {
    assertThat(
            talks(
                """
        {"title":"Grids","date":"2026-05-24T10:00:00+02:00","duration":"00:45",
         "end":"2026-05-24T11:30:00+02:00"}"""))
        .extracting(Talk::end)
        .containsExactly(Instant.parse("2026-05-24T09:30:00Z"));
  }

  @Test
  void aDurationOfThreePartsBeginsWithDays() {
    assertThat(
            talks("{\"title\":\"A\",\"date\":\"2026-05-24T10:00:00Z\",\"duration\":\"1:02:30\"}"))
        .extracting(Talk::end)
        .containsExactly(Instant.parse("2026-05-25T12:30:00Z"));
  }

  @Test
  void whatHasNoTitleTimeOrLengthIsLeftOutAndTheRestStays() {
    assertThat(
            talks(
                """
        {"date":"2026-05-24T10:00:00Z","duration":"00:45"},
        {"title":"No date","duration":"00:45"},
        {"title":"Odd date","date":"Sunday","duration":"00:45"},
        {"title":"No length","date":"2026-05-24T10:00:00Z","duration":"135.0:00"},
        {"title":"Backwards","date":"2026-05-24T10:00:00Z","end":"2026-05-24T09:00:00Z"},
        "a text", null,
        {"title":"Good","date":"2026-05-24T10:00:00Z","duration":"0:45","persons":null}"""))
        .extracting(Talk::title)
        .containsExactly("Good");
  }

  @Test
  void whatIsNoScheduleSaysSo() {
    for (String wrong : List.of("<html>", "", "[]", "{\"schedule\":{\"events\":[]}}")) {
      assertThatThrownBy(() -> ScheduleJson.talks(wrong))
          .isInstanceOf(ScheduleJson.Unreadable.class);
    }
  }

  private static List<Talk> talks(String events) {
    return ScheduleJson.talks(
        "{\"schedule\":{\"conference\":{\"days\":[{\"rooms\":{\"Hall 1\":[" + events + "]}}]}}}");
  }
}
