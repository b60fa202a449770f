package afa.talks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.message.Addresses;
import afa.message.EditTalk;
import afa.message.EditTalk.Fields;
import afa.message.ReadTalk;
import afa.message.TalkEdited;
import afa.message.TalkRead;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Talks that people edit while the schedule goes on changing. */
class EditsIT extends TalksCase {

  @Test
  void importsLeaveAloneWhatAPersonHasSetAndSayWhatTheyWanted() throws Exception {
    deployOwner();
    assertThat(edit("grids", room("Dome"), talk("grids").changedAt()).refusal()).isNull();
    assertThat(strings("select room from talks where talk = 'grids'")).containsExactly("Dome");
    schedule(GRIDS.replace("Hall", "Tent").replace("Grids", "Grids II"), TYPE, COLOUR);
    await().untilAsserted(() -> assertThat(
            strings("select title || ', ' || room from talks where talk = 'grids'"))
        .containsExactly("Grids II, Dome"));
    assertThat(strings("select json_array_elements_text(changes) from imports"
            + " where at = (select max(at) from imports)"))
        .contains(
            "\"Grids\" goes from Hall to Tent. But a person has set its room, which stays.",
            "\"Grids\" is now called \"Grids II\".");
    assertThat(talk("grids").imported().room()).isEqualTo("Tent");
    assertThat(talk("grids").edited()).containsExactly("room");
  }

  @Test
  void whatWasSetIsGivenBackToTheSchedule() throws Exception {
    String first = deployOwner();
    edit("grids", room("Dome"), talk("grids").changedAt());
    vertx.undeploy(first).await(30, SECONDS);
    deployOwner();
    TalkRead seen = talk("grids");
    assertThat(seen.talk().room()).isEqualTo("Dome");
    EditTalk back =
        new EditTalk(EVENT, "grids", Fields.NONE, List.of("room"), seen.changedAt(), "ada");
    Addresses.editTalk(EVENT).call(vertx.eventBus(), back).await(30, SECONDS);
    assertThat(talk("grids").talk().room()).isEqualTo("Hall");
    assertThat(talk("grids").edited()).isEmpty();
  }

  @Test
  void aTalkThatTheScheduleChangedMeanwhileIsNotOverwritten() throws Exception {
    deployOwner();
    Instant seen = talk("grids").changedAt();
    schedule(GRIDS.replace("10:45", "10:50"), TYPE, COLOUR);
    await().until(() -> talk("grids").changedAt().isAfter(seen));
    assertThat(edit("grids", room("Dome"), seen).refusal())
        .startsWith("\"Grids\" was changed by the schedule at ")
        .endsWith(", after you opened it. Look at it again.");
    assertThat(edit("grids", room("Dome"), talk("grids").changedAt()).refusal()).isNull();
    assertThat(edit("grids", room("Tent"), seen).refusal()).contains("was changed by ada");
    assertThat(strings("select room from talks where talk = 'grids'")).containsExactly("Dome");
  }

  @Test
  void aTalkThatAPersonMovesTakesItsPostsAlong() throws Exception {
    append(said("1", "14:20", "Well"), said("2", "14:30", "Well"));
    deployOwner();
    expectPlaces("1 colour", "2 colour");
    Fields later = new Fields(
        null,
        Instant.parse("2026-05-24T17:00:00Z"),
        Instant.parse("2026-05-24T17:45:00Z"),
        null,
        null,
        null,
        null,
        null,
        null);
    TalkEdited edited = edit("colour", later, talk("colour").changedAt());
    assertThat(edited.placed()).isEqualTo(2);
    expectPlaces();
  }

  @Test
  void nonsenseIsRefusedInASentence() throws Exception {
    deployOwner();
    Fields early = new Fields(
        null, null, Instant.parse("2026-05-24T09:00:00Z"), null, null, null, null, null, null);
    assertThat(edit("grids", early, talk("grids").changedAt()).refusal())
        .isEqualTo("A talk cannot end before it begins.");
  }

  private static Fields room(@Nullable String room) {
    return new Fields(null, null, null, room, null, null, null, null, null);
  }

  private TalkEdited edit(String talk, Fields fields, Instant seen) throws Exception {
    EditTalk wish = new EditTalk(EVENT, talk, fields, List.of(), seen, "ada");
    return Addresses.editTalk(EVENT).call(vertx.eventBus(), wish).await(30, SECONDS);
  }

  private TalkRead talk(String talk) throws Exception {
    return Addresses.readTalk(EVENT)
        .call(vertx.eventBus(), new ReadTalk(EVENT, talk))
        .await(30, SECONDS);
  }
}
