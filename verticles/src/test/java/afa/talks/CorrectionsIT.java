package afa.talks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import afa.feed.Post;
import afa.message.Addresses;
import afa.message.CorrectionsRead;
import afa.message.ReadCorrections;
import afa.message.UndoCorrection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Organisers who know better. */
class CorrectionsIT extends TalksCase {

  @Test
  void aCorrectionStaysWhenTheScheduleChangesAndCanBeTakenBack() throws Exception {
    append(said("1", "10:20", "Well"), said("2", "11:20", "Type"));
    deployOwner();
    expectPlaces("1 grids", "2 type");
    String correction = correct(List.of("colour"), "1").correction();
    expectPlaces("1 colour", "2 type");
    assertThat(strings("select corrected::text || reasons::text from placements where id = '1'"))
        .first()
        .asString()
        .startsWith("true")
        .contains("was put there by ada");
    schedule(GRIDS.replace("10:45", "10:50"), TYPE, COLOUR.replace("14:00", "13:30"));
    await().untilAsserted(() -> assertThat(strings("select count(*)::text from imports"))
        .containsExactly("2"));
    expectPlaces("1 colour", "2 type");
    undo(correction);
    expectPlaces("1 grids", "2 type");
    assertThatThrownBy(() -> undo(correction)).hasMessageContaining("to take back");
  }

  @Test
  void aCorrectionOutlivesItsOwner() throws Exception {
    append(said("1", "10:20", "Well"));
    String first = deployOwner();
    expectPlaces("1 grids");
    correct(List.of(), "1");
    expectPlaces();
    vertx.undeploy(first).await(30, SECONDS);
    deployOwner();
    append(said("2", "11:20", "Type"));
    expectPlaces("2 type");
  }

  @Test
  void manyPostsAreCorrectedAtOnceIntoSeveralTalks() throws Exception {
    int posts = 1_200;
    append(IntStream.range(0, 1_000)
        .mapToObj(i -> said("p" + i, "10:20", "Well"))
        .toArray(Post[]::new));
    append(IntStream.range(1_000, posts)
        .mapToObj(i -> said("p" + i, "10:20", "Well"))
        .toArray(Post[]::new));
    deployOwner();
    await().untilAsserted(() -> assertThat(strings("select count(*)::text from placements"))
        .containsExactly("" + posts));
    String[] ids = IntStream.range(0, posts).mapToObj(i -> "p" + i).toArray(String[]::new);
    assertThat(correct(List.of("type", "colour"), ids).placed()).isEqualTo(posts);
    await().untilAsserted(() -> assertThat(
            strings("select talk || count(*) from placements group by talk order by 1"))
        .containsExactly("colour" + posts, "type" + posts));
  }

  @Test
  void whoAnswersACorrectedPostGoesAlong() throws Exception {
    schedule(
        GRIDS, GRIDS.replace("grids", "wells").replace("Grids", "Wells").replace("Hall", "Pit"));
    append(said("1", "10:20", "Grids, grids"));
    append(Post.builder("x", "2")
        .text("Indeed")
        .replyTo("1")
        .receivedAt(said("2", "10:25", "").postedAt()));
    deployOwner();
    expectPlaces("1 grids", "2 grids");
    correct(List.of("wells"), "1");
    expectPlaces("1 wells", "2 wells");
  }

  @Test
  void whatIsNotThereCannotBeCorrected() throws Exception {
    append(said("1", "10:20", "Well"));
    deployOwner();
    expectPlaces("1 grids");
    assertThatThrownBy(() -> correct(List.of("nothing"), "1"))
        .hasMessageContaining("no talk nothing");
    assertThatThrownBy(() -> correct(List.of("type"), "1", "9"))
        .hasMessageContaining("1 of these posts are not in the log, among them x:9");
    assertThatThrownBy(() -> correct(List.of("type"))).hasMessageContaining("0 posts");
    expectPlaces("1 grids");
  }

  @Test
  void correctionsAreToldTheNewestFirst() throws Exception {
    append(said("1", "10:20", "Well"));
    deployOwner();
    expectPlaces("1 grids");
    String first = correct(List.of("type"), "1").correction();
    String second = correct(List.of("colour"), "1").correction();
    undo(second);
    expectPlaces("1 type");
    CorrectionsRead read = Addresses.corrections(EVENT)
        .call(vertx.eventBus(), new ReadCorrections(EVENT, null, 10))
        .await(30, SECONDS);
    assertThat(read.corrections())
        .extracting(told -> told.correction())
        .containsExactly(second, first);
    assertThat(read.corrections().get(0).undoneBy()).isEqualTo("eve");
    assertThat(read.corrections().get(1).undoneAt()).isNull();
    assertThat(read.corrections().get(1).posts().get(0).identity()).isEqualTo("x:1");
  }

  private void undo(String correction) throws Exception {
    Addresses.undoCorrection(EVENT)
        .call(vertx.eventBus(), new UndoCorrection(EVENT, correction, "eve"))
        .await(30, SECONDS);
  }
}
