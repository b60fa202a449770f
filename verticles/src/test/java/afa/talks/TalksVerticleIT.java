package afa.talks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.Post;
import afa.message.Addresses;
import afa.message.ReadImports;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schedule in the tables, and every update in its talk. */
class TalksVerticleIT extends TalksCase {

  @Test
  void theScheduleIsInTheTablesAndTold() throws Exception {
    deployOwner();
    assertThat(told()).extracting(talk -> talk.title()).containsExactly("Grids", "Type", "Colour");
    await().untilAsserted(() -> assertThat(strings("select title from talks order by starts_at"))
        .containsExactly("Grids", "Type", "Colour"));
    assertThat(strings("select info->>'name' from events")).containsExactly("An Event Apart");
    assertThat(strings("select changes->>0 from imports"))
        .containsExactly("The schedule was read for the first time: 3 talks, 1 room, 3 people.");
  }

  @Test
  void whatWasSaidBeforeAndWhatIsSaidLaterIsPlacedWithItsReasons() throws Exception {
    append(said("1", "10:20", "Grids are fine"), said("2", "12:40", "Lunch"));
    deployOwner();
    expectPlaces("1 grids");
    append(said("3", "11:20", "Bo Lind on Type"));
    expectPlaces("1 grids", "3 type");
    assertThat(strings("select reasons::text from placements where id = '1'").get(0))
        .contains("was said while it was on", "has words of it: grid")
        .contains("\"kind\":\"time\"");
  }

  @Test
  void aTalkThatRunsLateTakesWhatWasSaidDuringItAlong() throws Exception {
    append(said("1", "10:50", "Well"), said("2", "11:10", "Oh"), said("3", "14:20", "Blue"));
    deployOwner();
    expectPlaces("1 grids", "2 type", "3 colour");
    schedule(
        GRIDS.replace("10:45", "11:25"),
        TYPE.replace("11:45", "12:10").replace("11:00", "11:30"),
        COLOUR);
    expectPlaces("1 grids", "2 grids", "3 colour");
    assertThat(strings("select changes->>1 from imports order by at desc limit 1"))
        .containsExactly("\"Type\" moves from Sun 24 May 11:00–11:45 to Sun 24 May 11:30–12:10.");
  }

  @Test
  void anEditedPostIsPlacedAgainAndARetractedOneLosesItsRows() throws Exception {
    Post first = Post.builder("x", "1")
        .text("Type, Type, Type!")
        .version("1")
        .receivedAt(said("1", "10:55", "").postedAt());
    append(first, said("2", "14:10", "Colour"));
    deployOwner();
    expectPlaces("1 type", "2 colour");
    append(Post.builder("x", "1")
        .text("Grids, Grids, Grids!")
        .version("2")
        .postedAt(first.postedAt())
        .receivedAt(first.receivedAt()));
    expectPlaces("1 grids", "2 colour");
    retract("2");
    expectPlaces("1 grids");
  }

  @Test
  void aTalkThatIsDroppedAfterItWasOverKeepsWhatWasSaid() throws Exception {
    append(said("1", "10:20", "Grids"), said("2", "11:20", "Type"), said("3", "14:20", "Colour"));
    deployOwner();
    expectPlaces("1 grids", "2 type", "3 colour");
    schedule(TYPE, COLOUR);
    await()
        .untilAsserted(() ->
            assertThat(told()).extracting(talk -> talk.id()).containsExactly("type", "colour"));
    await().untilAsserted(() -> assertThat(strings("select talk from talks where dropped"))
        .containsExactly("grids"));
    expectPlaces("1 grids", "2 type", "3 colour");
  }

  @Test
  void aVersionThatLosesMostTalksIsBelievedWhenItIsReadAgain() throws Exception {
    deployOwner();
    await().untilAsserted(() -> assertThat(strings("select talk from talks")).hasSize(3));
    schedule(GRIDS);
    await().untilAsserted(() -> assertThat(told()).hasSize(1));
    assertThat(strings("select jsonb_array_length(changes::jsonb)::text from imports order by at"))
        .containsExactly("1", "2");
  }

  @Test
  void anotherOwnerGoesOnWhereTheFirstOneStopped() throws Exception {
    append(said("1", "10:20", "Grids"));
    String first = deployOwner();
    expectPlaces("1 grids");
    deploy();
    vertx.undeploy(first).await(30, SECONDS);
    append(said("2", "11:20", "Type"));
    expectPlaces("1 grids", "2 type");
    assertThat(strings("select count(*)::text from imports")).containsExactly("1");
  }

  @Test
  void whatADeadOwnerLeftWrongIsPutRight() throws Exception {
    append(said("1", "10:20", "Grids"), said("2", "11:20", "Type"));
    String first = deployOwner();
    expectPlaces("1 grids", "2 type");
    vertx.undeploy(first).await(30, SECONDS);
    execute("update placements set talk = 'colour' where id = '1'");
    execute("delete from placements where id = '2'");
    execute("insert into placements values ('aea2026', 'x', 'gone', 'type', 1, '[]', false)");
    deployOwner();
    expectPlaces("1 grids", "2 type");
  }

  @Test
  void whoIsRefusedAsAnotherOneIsTheOwnerStandsByAgainAndLosesNothing() throws Exception {
    append(said("1", "10:20", "Grids"));
    deployOwner();
    expectPlaces("1 grids");
    execute("update placers set fence = fence + 1000"); // a node that this one does not know of
    append(said("2", "11:20", "Type"));
    expectPlaces("1 grids", "2 type");
  }

  @Test
  void anotherLifeOfTheLogIsPlacedFromItsBeginning() throws Exception {
    append(said("1", "10:20", "Grids"));
    deployOwner();
    expectPlaces("1 grids");
    log.forget();
    append(said("2", "11:20", "Type"));
    expectPlaces("2 type");
  }

  @Test
  void importsAreToldWithWhatWasOdd() throws Exception {
    schedule(GRIDS, ",2026-05-24 11:00,2026-05-24 11:45,Hall,,Bo Lind");
    deployOwner();
    await().untilAsserted(() -> {
      var imports = Addresses.imports(EVENT)
          .call(vertx.eventBus(), new ReadImports(EVENT, 5))
          .await(30, SECONDS)
          .imports();
      assertThat(imports).hasSize(1);
      assertThat(imports.get(0).warnings()).anyMatch(warning -> warning.startsWith("line 3"));
      assertThat(imports.get(0).source()).endsWith("schedule.csv");
    });
  }

  @Test
  void aScheduleThatCannotBeReadAnyMoreLeavesTheTalks() throws Exception {
    deployOwner();
    await().untilAsserted(() -> assertThat(strings("select talk from talks")).hasSize(3));
    java.nio.file.Files.writeString(folder.resolve("schedule.csv"), "sorry");
    await().untilAsserted(() -> assertThat(Addresses.imports(EVENT)
            .call(vertx.eventBus(), new ReadImports(EVENT, 5))
            .await(30, SECONDS)
            .trouble())
        .contains("cannot be read", "is no schedule that is known here"));
    assertThat(told()).hasSize(3);
    assertThat(List.copyOf(strings("select talk from talks where not dropped"))).hasSize(3);
  }
}
