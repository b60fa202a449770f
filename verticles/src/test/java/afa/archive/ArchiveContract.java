package afa.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.archive.Archive.Batch;
import afa.archive.Archive.Kept;
import afa.feed.Author;
import afa.feed.Coverage;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.testkit.Posts;
import afa.testkit.RealServers;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every archive does. */
abstract class ArchiveContract {
  static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  final String event = RealServers.freshEvent();
  private long fence;

  abstract Archive archive();

  @BeforeEach
  void prepare() throws Exception {
    await(archive().prepare());
    await(archive().checkpoint(event, "e1"));
    fence = await(archive().claim(event));
  }

  @Test
  void aLifeNotHeardOfBeginsAtNothing() throws Exception {
    assertThat(await(archive().checkpoint(event, "e2"))).isZero();
    assertThat(await(archive().count(event))).isZero();
  }

  @Test
  void whatIsKeptIsReadBackToTheLetter() throws Exception {
    List<LogEntry> posts = Entries.posts(1, 5);
    assertThat(keep(0, posts)).isEqualTo(new Kept(5, 5, 0));
    assertThat(await(archive().checkpoint(event, "e1"))).isEqualTo(5);
    assertThat(page()).isEqualTo(posts);
    assertThat(await(archive().page(event, 1, 2))).isEqualTo(posts.subList(1, 3));
  }

  @Test
  void aBatchThatIsKeptTwiceIsThereOnce() throws Exception {
    keep(0, Entries.posts(1, 5));
    assertThat(keep(0, Entries.posts(1, 7))).isEqualTo(new Kept(5, 0, 0));
    assertThat(await(archive().count(event))).isEqualTo(5);
  }

  @Test
  void ofTwoArchiversAtTheSamePlaceOneCopies() throws Exception {
    Batch batch = new Batch(event, "e1", fence, 0, Entries.posts(1, 50));
    List<Kept> both =
        await(Future.all(archive().keep(batch), archive().keep(batch))).list();
    assertThat(both).containsExactlyInAnyOrder(new Kept(50, 50, 0), new Kept(50, 0, 0));
    assertThat(await(archive().count(event))).isEqualTo(50);
  }

  @Test
  void eachArchiverHasAHigherNumberThanTheOneBefore() throws Exception {
    long second = await(archive().claim(event));
    long third = await(archive().claim(event));
    assertThat(second).isGreaterThan(fence);
    assertThat(third).isGreaterThan(second);
  }

  @Test
  void ofAnEarlierArchiverNothingIsTakenAnyMore() throws Exception {
    keep(0, Entries.posts(1, 5));
    long newest = await(archive().claim(event));
    String refusal = "late write refused: event=" + event + " source=archive fence=" + fence
        + " newest=" + newest;
    assertThatThrownBy(() -> keep(5, Entries.posts(6, 9)))
        .isInstanceOf(Archive.Superseded.class)
        .hasMessage(refusal);
    Coverage hour = Coverage.NONE.streamed(NOON, NOON.plusSeconds(3_600));
    assertThatThrownBy(() -> await(archive().keepCoverage(event, fence, Map.of("x", hour))))
        .hasMessage(refusal);
    assertThat(await(archive().checkpoint(event, "e1"))).isEqualTo(5);
    assertThat(await(archive().count(event))).isEqualTo(5);
    assertThat(await(archive().coverage(event))).isEmpty();
  }

  @Test
  void theNewArchiverGoesOnWhereTheEarlierOneWasRefused() throws Exception {
    keep(0, Entries.posts(1, 5));
    fence = await(archive().claim(event));
    assertThat(keep(5, Entries.posts(6, 9))).isEqualTo(new Kept(9, 4, 0));
    assertThat(page()).isEqualTo(Entries.posts(1, 9));
  }

  @Test
  void thoseOfOtherEventsTakeNothingFromEachOther() throws Exception {
    await(archive().claim(RealServers.freshEvent()));
    assertThat(keep(0, Entries.posts(1, 2))).isEqualTo(new Kept(2, 2, 0));
  }

  @Test
  void readersSeeTheNewestLife() throws Exception {
    keep(0, Entries.posts(1, 5));
    await(archive().checkpoint(event, "e2"));
    await(archive().keep(new Batch(event, "e2", fence, 0, Entries.posts(1, 2))));
    assertThat(await(archive().count(event))).isEqualTo(2);
    assertThat(await(archive().checkpoint(event, "e1"))).isEqualTo(5);
  }

  @Test
  void aRetractedPostIsGoneWithAllThatReplacedIt() throws Exception {
    keep(0, Entries.posts(1, 2));
    keep(2, List.of(Entries.revise(3, 1, secret()), LogEntry.retract(4, 1)));
    assertThat(page())
        .containsExactly(
            LogEntry.gone(1), Entries.post(2), LogEntry.gone(3), LogEntry.retract(4, 1));
  }

  @Test
  void aRevisedPostHasItsNewContentInItsPlace() throws Exception {
    keep(0, List.of(Entries.post(1), Entries.revise(2, 1, secret())));
    assertThat(page()).containsExactly(Entries.post(1, secret()), Entries.revise(2, 1, secret()));
  }

  @Test
  void ofSeveralRevisionsOnlyTheNewestStays() throws Exception {
    keep(0, List.of(Entries.post(1), Entries.revise(2, 1, secret())));
    keep(2, List.of(Entries.post(3), Entries.revise(4, 1, Posts.post(8))));
    assertThat(page())
        .containsExactly(
            Entries.post(1, Posts.post(8)),
            LogEntry.gone(2),
            Entries.post(3),
            Entries.revise(4, 1, Posts.post(8)));
  }

  @Test
  void whatWasReplacedBeforeItWasCopiedIsKeptAsItIs() throws Exception {
    List<LogEntry> replaced = List.of(
        Entries.post(1, secret()),
        LogEntry.gone(2),
        LogEntry.gone(3),
        Entries.revise(4, 1, secret()),
        LogEntry.retract(5, 2));
    keep(0, replaced);
    assertThat(page()).isEqualTo(replaced);
  }

  @Test
  void aRevisionDoesNotBringBackWhatIsGone() throws Exception {
    keep(0, List.of(Entries.post(1), LogEntry.retract(2, 1), Entries.revise(3, 1, secret())));
    assertThat(page().get(0)).isEqualTo(LogEntry.gone(1));
  }

  @Test
  void aTombstoneOfTheLogIsOneHereToo() throws Exception {
    keep(0, List.of(LogEntry.gone(1), LogEntry.retract(2, 1)));
    assertThat(page()).containsExactly(LogEntry.gone(1), LogEntry.retract(2, 1));
  }

  @Test
  void badEntriesAreHeldAsideAndTheRestIsKept() throws Exception {
    List<LogEntry> entries = List.of(
        Entries.post(1),
        new LogEntry(2, "not JSON"),
        new LogEntry(3, ""),
        new LogEntry(4, "{\"n\":4,\"type\":\"post\"}"),
        new LogEntry(5, "{\"n\":5,\"type\":\"retract\"}"),
        new LogEntry(6, "[]"),
        Entries.post(7));
    assertThat(keep(0, entries)).isEqualTo(new Kept(7, 2, 5));
    assertThat(page()).containsExactly(Entries.post(1), Entries.post(7));
  }

  @Test
  void strangeCharactersAreNoObstacle() throws Exception {
    Author author = new Author("nul\0l", "half\uD83D", null, null);
    Post post = Post.builder("x", "1")
        .author(author)
        .text("a\0b half \uD83C pair 🎉 \uFFFF \u202E")
        .receivedAt(NOON);
    keep(0, List.of(Entries.post(1, post)));
    assertThat(page().get(0).update().post()).isEqualTo(post);
  }

  Kept keep(long since, List<LogEntry> entries) throws Exception {
    return await(archive().keep(new Batch(event, "e1", fence, since, entries)));
  }

  List<LogEntry> page() throws Exception {
    return await(archive().page(event, 0, 1_000));
  }

  private static Post secret() {
    return Post.builder("x", Posts.post(1).id()).text("corrected").receivedAt(NOON);
  }

  static <T> T await(Future<T> future) throws Exception {
    return future.await(30, TimeUnit.SECONDS);
  }
}
