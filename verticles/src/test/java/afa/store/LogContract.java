package afa.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.EventInfo;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.feed.Update;
import afa.message.AppendPosts;
import afa.message.Appended;
import afa.message.HeadAnnounced;
import afa.message.LogPage;
import afa.message.ReadLog;
import afa.testkit.Posts;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Log} must do. */
abstract class LogContract {
  private final String event = "e" + UUID.randomUUID().toString().substring(0, 8);
  private final EventInfo info = new EventInfo(
      event,
      "An Event",
      "Europe/Berlin",
      LocalDateTime.parse("2026-05-24T08:00"),
      LocalDateTime.parse("2026-05-25T18:00"),
      null);

  abstract Log log();

  @BeforeEach
  void register() throws Exception {
    await(log().register(info));
  }

  @Test
  void newPostsGetNumbersWithoutHolesInTheOrderTheyCame() throws Exception {
    assertThat(append(Posts.posts(1, 3)).numbers()).containsExactly(1L, 2L, 3L);
    assertThat(append(Posts.posts(4, 5)).numbers()).containsExactly(4L, 5L);
    assertThat(numbers(read(0, 100))).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void aKnownPostGetsItsOldNumberAndIsNotStoredTwice() throws Exception {
    append(Posts.posts(1, 3));
    Appended again = append(Posts.posts(2, 4));
    assertThat(again.numbers()).containsExactly(2L, 3L, 4L);
    assertThat(again.added()).isEqualTo(1);
    assertThat(again.head()).isEqualTo(4);
  }

  @Test
  void aPostThatComesTwiceInOneBatchIsStoredOnce() throws Exception {
    Appended twice = append(List.of(Posts.post(1), Posts.post(1), Posts.post(2)));
    assertThat(twice.numbers()).containsExactly(1L, 1L, 2L);
    assertThat(twice.added()).isEqualTo(2);
  }

  @Test
  void sameIdOfAnotherSourceIsAnotherPost() throws Exception {
    Post elsewhere = Post.builder("flickr", "p1").receivedAt(Instant.EPOCH);
    assertThat(append(List.of(Posts.post(1), elsewhere)).numbers()).containsExactly(1L, 2L);
  }

  @Test
  void whatIsToldToListenersIsWhatTheLogHolds() throws Exception {
    append(Posts.posts(1, 2));
    Log.Append append = await(log().append(new AppendPosts(event, "x", Posts.posts(2, 4), null)));
    assertThat(append.grown()).isEqualTo(read(2, 100).entries());
  }

  @Test
  void aPostIsReadAsItWasWritten() throws Exception {
    append(List.of(Posts.post(7)));
    Update update = read(0, 1).entries().get(0).update();
    assertThat(update).isEqualTo(new Update(1, Update.Type.POST, null, Posts.post(7)));
  }

  @Test
  void strangeCharactersSurvive() throws Exception {
    Post post = Post.builder("x", "id with \"quotes\", {braces} and ü")
        .text("\u0000 \u2028 ' \\ \" </script> 👩‍👩‍👧‍👦 \t\n")
        .receivedAt(Instant.EPOCH);
    append(List.of(post));
    assertThat(read(0, 1).entries().get(0).update().post()).isEqualTo(post);
  }

  @Test
  void thePageAfterANumberBeginsWithTheNextOne() throws Exception {
    append(Posts.posts(1, 10));
    LogPage page = read(4, 3);
    assertThat(numbers(page)).containsExactly(5L, 6L, 7L);
    assertThat(page.head()).isEqualTo(10);
    assertThat(page.more()).isTrue();
    assertThat(read(10, 3).entries()).isEmpty();
    assertThat(read(99, 3).entries()).isEmpty();
    assertThat(read(999_999_999_999_999_999L, 3).entries()).isEmpty();
  }

  @Test
  void theCursorMovesWithTheAppendAndOnlyIfThereIsOne() throws Exception {
    assertThat(await(log().cursor(event, "x"))).isEmpty();
    await(log().append(new AppendPosts(event, "x", Posts.posts(1, 1), "c1")));
    await(log().append(new AppendPosts(event, "x", Posts.posts(2, 2), null)));
    assertThat(await(log().cursor(event, "x"))).contains("c1");
    await(log().append(new AppendPosts(event, "x", List.of(), "c2")));
    assertThat(await(log().cursor(event, "x"))).contains("c2");
    assertThat(await(log().cursor(event, "flickr"))).isEmpty();
  }

  @Test
  void theEpochStaysAsLongAsTheLogLives() throws Exception {
    HeadAnnounced before = await(log().head(event));
    append(Posts.posts(1, 3));
    await(log().register(info));
    assertThat(await(log().head(event))).isEqualTo(new HeadAnnounced(event, before.epoch(), 3));
    assertThat(before.epoch()).isNotEmpty();
  }

  @Test
  void anEventThatNobodyRegisteredHasNoEpoch() throws Exception {
    assertThat(await(log().head("nobody-knows")).epoch()).isEmpty();
    assertThat(await(log().read(new ReadLog("nobody-knows", 0, 1))).epoch()).isEmpty();
  }

  @Test
  void thePlaceHasANameThatStays() throws Exception {
    String name = await(log().identity());
    assertThat(name).isNotEmpty();
    assertThat(await(log().identity())).isEqualTo(name);
  }

  @Test
  void anEventIsReadAsItWasRegistered() throws Exception {
    assertThat(await(log().events())).contains(info);
  }

  @Test
  void manyWritersAtOnceLeaveNoHoleAndNoDouble() throws Exception {
    List<Future<Log.Append>> writers = new ArrayList<>();
    for (int writer = 0; writer < 20; writer++) {
      // Each batch overlaps its neighbours by half.
      List<Post> batch = Posts.posts(writer * 25L, writer * 25L + 49);
      writers.add(log().append(new AppendPosts(event, "x", batch, null)));
    }
    for (Future<Log.Append> writer : writers) await(writer);
    List<LogEntry> all = read(0, 1_000).entries();
    assertThat(all.stream().map(entry -> entry.update().post().id()).distinct()).hasSize(525);
    assertThat(numbers(read(0, 1_000))).hasSize(525).isSorted().doesNotHaveDuplicates();
  }

  private Appended append(List<Post> posts) throws Exception {
    return await(log().append(new AppendPosts(event, "x", posts, null))).answer();
  }

  private LogPage read(long since, int limit) throws Exception {
    return await(log().read(new ReadLog(event, since, limit)));
  }

  private static List<Long> numbers(LogPage page) {
    return page.entries().stream().map(entry -> entry.update().n()).toList();
  }

  static <T> T await(Future<T> future) throws Exception {
    return future.await(5, SECONDS);
  }
}
