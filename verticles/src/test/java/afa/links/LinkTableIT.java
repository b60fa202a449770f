package afa.links;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.bus.Pulse;
import afa.feed.Author;
import afa.feed.Link;
import afa.feed.Post;
import afa.library.talk.Sieve;
import afa.library.talk.TalkLinks;
import afa.library.talk.TalkLinks.Named;
import afa.schedule.Talk;
import afa.testkit.FilledArchive;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of addresses in a real PostgreSQL, and that it goes with the posts. */
class LinkTableIT {
  private static final Instant TWO = Instant.parse("2026-05-24T14:00:00Z");
  private static final String SECRET = "https://example.com/secretword";

  private final Vertx vertx = Vertx.vertx();
  private FilledArchive archive;
  private LinkTable table;

  @BeforeEach
  void begin() throws Exception {
    archive = new FilledArchive(vertx, "aea");
    archive.talk(Talk.of("grids", "Grids", "Hall", TWO, Duration.ofMinutes(45)));
    table = new LinkTable(vertx, archive.url());
    await(table.prepare());
  }

  @AfterEach
  void close() throws Exception {
    await(table.close());
    archive.close();
    await(vertx.close());
  }

  private static <T> T await(Future<T> step) throws Exception {
    return step.await(30, SECONDS);
  }

  private static Post post(String id, String handle, int minute, String... urls) {
    Instant at = TWO.plusSeconds(60L * minute);
    List<Link> links =
        List.of(urls).stream().map(url -> new Link(0, 4, url, Link.Kind.LINK)).toList();
    return Post.builder("x", id)
        .author(new Author(handle, handle, null, null))
        .text("look here")
        .links(links)
        .postedAt(at)
        .receivedAt(at);
  }

  private void gather() throws Exception {
    await(new LinkRound(table, new LinkClient(vertx), new Pulse()).gather());
  }

  private List<Named> named() throws Exception {
    return await(new TalkLinks(archive.library()).of("aea", "grids", Sieve.ALL, 99));
  }

  private String kept() throws Exception {
    return archive.rows("links") + archive.rows("said_links") + archive.rows("updates");
  }

  @Test
  void anAddressIsListedOnceWithWhoSaidItFirstAndHowOften() throws Exception {
    archive.say(post("2", "bo", 5, "http://www.example.com/a?utm_source=x"), "grids");
    archive.say(post("1", "ada", 3, "https://example.com/a", "https://example.com/b"), "grids");
    archive.say(post("3", "ada", 9, "https://example.com/a#end"), "grids");
    archive.say(post("4", "ed", 9, "https://example.com/other"));
    gather();
    gather();
    Named first = named().get(0);
    assertThat(first.place()).isEqualTo("https://example.com/a");
    assertThat(first.author()).isEqualTo("ada");
    assertThat(List.of(first.times(), first.people())).containsExactly(3L, 2L);
    assertThat(named())
        .extracting(Named::place)
        .containsExactly("https://example.com/a", "https://example.com/b");
    assertThat(await(new TalkLinks(archive.library()).counts("aea"))).containsEntry("grids", 2L);
  }

  @Test
  void addressesThatLeadToTheSamePlaceAreOne() throws Exception {
    archive.say(post("1", "ada", 1, "https://sho.rt/1"), "grids");
    archive.say(post("2", "bo", 2, "https://example.com/a"), "grids");
    gather();
    URI landed = URI.create("http://www.example.com/a?utm_source=x");
    for (LinkTable.Due due : await(table.due(9, Duration.ofMinutes(1)))) {
      Expansion found = new Expansion(Expansion.State.EXPANDED, landed, "About a");
      if (due.address().contains("sho.rt")) await(table.keep(due, found, Duration.ZERO));
    }
    assertThat(await(table.due(9, Duration.ofMinutes(1)))).isEmpty();
    assertThat(named()).hasSize(1);
    assertThat(named().get(0).title()).isEqualTo("About a");
    assertThat(named().get(0).times()).isEqualTo(2);
  }

  @Test
  void anAddressThatNobodyAnswersAtIsTriedThreeTimes() throws Exception {
    archive.say(post("1", "ada", 1, "https://example.com/a"), "grids");
    gather();
    for (int i = 0; i < 3; i++) {
      LinkTable.Due due = await(table.due(1, Duration.ofMinutes(1))).get(0);
      await(table.keep(due, Expansion.FAILED, Duration.ZERO));
    }
    assertThat(await(table.due(1, Duration.ofMinutes(1)))).isEmpty();
  }

  @Test
  void withAPostItsAddressesAndTheirTitlesAreGoneInTheSameMoment() throws Exception {
    long n = archive.say(post("1", "ada", 1, SECRET), "grids");
    archive.say(post("2", "bo", 1, "https://example.com/kept"), "grids");
    gather();
    LinkTable.Due due = await(table.due(9, Duration.ofMinutes(1))).stream()
        .filter(each -> each.address().equals(SECRET))
        .findFirst()
        .orElseThrow();
    URI landed = URI.create(SECRET + "/landed");
    await(table.keep(
        due, new Expansion(Expansion.State.EXPANDED, landed, "secretword"), Duration.ZERO));
    assertThat(kept()).contains("secretword");
    archive.retract(n);
    assertThat(kept()).doesNotContain("secretword").contains("example.com/kept");
    await(table.keep(
        due, new Expansion(Expansion.State.EXPANDED, landed, "secretword"), Duration.ZERO));
    gather();
    assertThat(kept()).doesNotContain("secretword");
    assertThat(named()).hasSize(1);
  }

  @Test
  void anAddressThatSomebodyElseNamesStays() throws Exception {
    long n = archive.say(post("1", "ada", 1, "https://example.com/a"), "grids");
    archive.say(post("2", "bo", 2, "https://example.com/a"), "grids");
    gather();
    archive.retract(n);
    assertThat(named()).extracting(Named::author).containsExactly("bo");
    assertThat(archive.rows("links")).contains("https://example.com/a");
  }

  @Test
  void ofARevisedPostOnlyWhatItNamesNowIsKept() throws Exception {
    long n = archive.say(post("1", "ada", 1, SECRET), "grids");
    gather();
    archive.revise(n, post("1", "ada", 1, "https://example.com/better"));
    assertThat(kept()).doesNotContain("secretword");
    gather();
    assertThat(named()).extracting(Named::place).containsExactly("https://example.com/better");
  }
}
