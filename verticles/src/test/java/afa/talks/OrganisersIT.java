package afa.talks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import afa.message.Addresses;
import afa.message.MakeReport;
import afa.message.PostsRead;
import afa.message.ProgrammeRead;
import afa.message.ReadPosts;
import afa.message.ReadProgramme;
import afa.message.ReadReports;
import afa.message.ReportMade;
import afa.message.ReportsRead;
import afa.message.RevokeReport;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the owner of the talks tells organisers. */
class OrganisersIT extends TalksCase {

  @Test
  void postsComeWithTheirPlacesAndTheReasonsForThem() throws Exception {
    append(said("1", "10:20", "Well"), said("2", "11:20", "Type"), said("3", "22:00", "Night"));
    deployOwner();
    expectPlaces("1 grids", "2 type");
    PostsRead all = posts(null, 0, 50);
    assertThat(ids(all)).containsExactly("3", "2", "1");
    assertThat(all.more()).isFalse();
    PostsRead.Told well = all.posts().get(2);
    assertThat(well.text()).isEqualTo("Well");
    assertThat(well.handle()).isEqualTo("kit1");
    assertThat(well.places()).singleElement().satisfies(place -> {
      assertThat(place.talk()).isEqualTo("grids");
      assertThat(place.reasons()).anyMatch(why -> why.kind().equals("time") && why.weight() > 0);
    });
    assertThat(ids(posts("hallway", 0, 50))).containsExactly("3");
    assertThat(ids(posts("type", 0, 50))).containsExactly("2");
    assertThatThrownBy(() -> posts("none", 0, 50)).hasMessageContaining("no talk none");
  }

  @Test
  void postsComeInPagesAndFollowCorrectionsAndDeletionsAtOnce() throws Exception {
    append(IntStream.range(0, 7)
        .mapToObj(i -> said("p" + i, "10:20", "Well"))
        .toArray(afa.feed.Post[]::new));
    deployOwner();
    await().until(() -> posts("grids", 0, 50).posts().size() == 7);
    PostsRead first = posts("grids", 0, 3);
    assertThat(ids(first)).containsExactly("p6", "p5", "p4");
    assertThat(first.more()).isTrue();
    assertThat(ids(posts("grids", first.posts().get(2).n(), 4)))
        .containsExactly("p3", "p2", "p1", "p0");
    correct(List.of(), "p2", "p3");
    assertThat(ids(posts("grids", 0, 50))).containsExactly("p6", "p5", "p4", "p1", "p0");
    assertThat(posts("hallway", 0, 50).posts().get(0).places().get(0).corrected())
        .isTrue();
    retract("p3");
    await().until(() -> ids(posts("hallway", 0, 50)).equals(List.of("p2")));
  }

  @Test
  void theProgrammeHasWhatWasDroppedToo() throws Exception {
    deployOwner();
    schedule(GRIDS, TYPE);
    await().until(() -> programme().stream().anyMatch(ProgrammeRead.Line::dropped));
    assertThat(programme())
        .extracting(ProgrammeRead.Line::talk)
        .containsExactly("grids", "type", "colour");
    assertThat(programme().get(0).speakers()).containsExactly("Ann Gray");
  }

  @Test
  void aReportIsMadeListedAndRevokedAndItsSecretIsStoredNowhere() throws Exception {
    deployOwner();
    ReportMade made = Addresses.makeReport(EVENT)
        .call(vertx.eventBus(), new MakeReport(EVENT, "grids", "ada"))
        .await(30, SECONDS);
    assertThat(reports()).singleElement().satisfies(told -> {
      assertThat(told.report()).isEqualTo(made.report());
      assertThat(told.talk()).isEqualTo("grids");
      assertThat(told.who()).isEqualTo("ada");
      assertThat(told.revoked()).isFalse();
    });
    assertThat(made).asString().doesNotContain(made.token());
    assertThat(strings("select reports::text from reports"))
        .first()
        .asString()
        .doesNotContain(made.token());
    revoke(made.report());
    assertThat(reports().get(0).revoked()).isTrue();
    assertThatThrownBy(() -> revoke(made.report())).hasMessageContaining("to revoke");
    assertThatThrownBy(() -> Addresses.makeReport(EVENT)
            .call(vertx.eventBus(), new MakeReport(EVENT, "none", "ada"))
            .await(30, SECONDS))
        .isInstanceOf(afa.bus.BusFailure.class);
  }

  private PostsRead posts(@Nullable String talk, long before, int limit) throws Exception {
    return Addresses.posts(EVENT)
        .call(vertx.eventBus(), new ReadPosts(EVENT, talk, before, limit))
        .await(30, SECONDS);
  }

  private static List<String> ids(PostsRead read) {
    return read.posts().stream().map(told -> told.post().id()).toList();
  }

  private List<ProgrammeRead.Line> programme() throws Exception {
    return Addresses.programme(EVENT)
        .call(vertx.eventBus(), new ReadProgramme(EVENT))
        .await(30, SECONDS)
        .talks();
  }

  private List<ReportsRead.Told> reports() throws Exception {
    return Addresses.reports(EVENT)
        .call(vertx.eventBus(), new ReadReports(EVENT))
        .await(30, SECONDS)
        .reports();
  }

  private void revoke(String report) throws Exception {
    Addresses.revokeReport(EVENT)
        .call(vertx.eventBus(), new RevokeReport(EVENT, report, "eve"))
        .await(30, SECONDS);
  }
}
