package afa.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.feed.Coverage;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.feed.Update;
import afa.message.AppendPosts;
import afa.message.Appended;
import afa.message.Fence;
import afa.message.HeadAnnounced;
import afa.message.LogPage;
import afa.message.ReadLog;
import afa.message.SourceCursor;
import afa.testkit.Posts;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Log} must do. */
abstract class LogContract extends AmendmentContract {
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
    assertThat(cursor("x")).isEqualTo(new SourceCursor(null, null, epoch()));
    await(log().append(new AppendPosts(event, "x", Posts.posts(1, 1), "c1")));
    await(log().append(new AppendPosts(event, "x", Posts.posts(2, 2), null)));
    assertThat(cursor("x").cursor()).isEqualTo("c1");
    await(log().append(new AppendPosts(event, "x", List.of(), "c2")));
    assertThat(cursor("x").cursor()).isEqualTo("c2");
    assertThat(cursor("flickr")).isEqualTo(new SourceCursor(null, null, epoch()));
    assertThat(await(log().cursor("nobody-knows", "x")))
        .isEqualTo(new SourceCursor(null, null, null));
  }

  @Test
  void coverageMovesWithTheAppendAndOnlyIfThereIsSome() throws Exception {
    Instant noon = Instant.parse("2026-05-24T12:00:00Z");
    Coverage one = Coverage.NONE.streamed(noon, noon.plusSeconds(9));
    Coverage two = one.missed(noon.plusSeconds(9), noon.plusSeconds(12), "no answer: \"503\"")
        .filled(noon.plusSeconds(10), noon.plusSeconds(11), 3);
    append("mastodon:one.example", "c1", one);
    append("x", "c7", two);
    append("mastodon:one.example", "c2", null);
    assertThat(cursor("mastodon:one.example")).isEqualTo(new SourceCursor("c2", one, epoch()));
    append("mastodon:one.example", null, two);
    assertThat(cursor("mastodon:one.example")).isEqualTo(new SourceCursor("c2", two, epoch()));
    assertThat(await(log().coverage(event)))
        .isEqualTo(Map.of("mastodon:one.example", two, "x", two));
    assertThat(await(log().coverage("nobody-knows"))).isEmpty();
  }

  @Test
  void cursorAndCoverageOfAnotherLifeAreLeftOutAndThePostsAreTaken() throws Exception {
    Instant noon = Instant.parse("2026-05-24T12:00:00Z");
    Coverage hour = Coverage.NONE.streamed(noon, noon.plusSeconds(3_600));
    Coverage more = hour.streamed(noon, noon.plusSeconds(7_200));
    assertThat(appendIn("before", Posts.posts(1, 2), "c2", more).added()).isEqualTo(2);
    assertThat(cursor("x")).isEqualTo(new SourceCursor(null, null, epoch()));
    assertThat(appendIn(epoch(), Posts.posts(2, 3), "c3", hour).added()).isEqualTo(1);
    appendIn("before", Posts.posts(3, 4), "c4", more);
    assertThat(cursor("x")).isEqualTo(new SourceCursor("c3", hour, epoch()));
    assertThat(numbers(read(0, 100))).hasSize(4);
  }

  @Test
  void cursorAndCoverageAreReadAsOneStepWroteThem() throws Exception {
    Instant noon = Instant.parse("2026-05-24T12:00:00Z");
    List<Future<SourceCursor>> reads = new ArrayList<>();
    for (int second = 1; second <= 100; second++) {
      Coverage coverage = Coverage.NONE.streamed(noon, noon.plusSeconds(second));
      var request = new AppendPosts(
          event, "x", Posts.posts(second, second), List.of(), "c" + second, coverage);
      log().append(request);
      reads.add(log().cursor(event, "x"));
    }
    for (Future<SourceCursor> read : reads) {
      SourceCursor both = await(read);
      if (both.cursor() == null) continue;
      long second = Long.parseLong(both.cursor().substring(1));
      assertThat(both.coverage().end()).contains(noon.plusSeconds(second));
    }
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

  @Test
  void requestsThatComeTogetherAreServedAsIfEachHadComeAlone() throws Exception {
    Post old = Posts.post(1);
    Post edited = Post.builder("x", "p1").version("2").text("new").receivedAt(Instant.EPOCH);
    Future<Log.Append> alone = appending(List.of(Posts.post(9)), List.of()); // others wait for it
    Future<Log.Append> first = appending(List.of(old, Posts.post(2)), List.of());
    Future<Log.Append> edit = appending(List.of(Posts.post(2), edited), List.of());
    Future<Log.Append> retraction = appending(List.of(Posts.post(3)), List.of("x:p2"));
    Future<Log.Append> nothing = appending(List.of(), List.of("x:p2"));
    String epoch = await(alone).answer().epoch();
    assertThat(await(first).answer())
        .isEqualTo(new Appended(epoch, 3, List.of(2L, 3L), 2, 0, 0, 1));
    assertThat(await(edit).answer()).isEqualTo(new Appended(epoch, 4, List.of(3L, 2L), 0, 1, 0, 3));
    assertThat(await(retraction).answer())
        .isEqualTo(new Appended(epoch, 6, List.of(5L), 1, 0, 1, 4));
    assertThat(await(nothing).answer()).isEqualTo(new Appended(epoch, 6, List.of(), 0, 0, 0, 6));
    assertThat(await(edit).grown().get(0).n()).isEqualTo(4);
    assertThat(await(retraction).grown()).hasSize(2);
    assertThat(read(0, 10).entries().stream().map(entry -> entry.update().type()))
        .containsExactly(
            Update.Type.POST,
            Update.Type.POST,
            Update.Type.GONE,
            Update.Type.REVISE,
            Update.Type.POST,
            Update.Type.RETRACT);
  }

  @Test
  void eachOwnerOfANetworkHasAHigherNumberThanTheOneBefore() throws Exception {
    long first = await(log().claim(event, "x"));
    long second = await(log().claim(event, "x"));
    long third = await(log().claim(event, "x"));
    assertThat(second).isGreaterThan(first);
    assertThat(third).isGreaterThan(second);
  }

  @Test
  void ofAnEarlierOwnerNothingIsTaken() throws Exception {
    Fence early = new Fence("x", await(log().claim(event, "x")));
    await(log().append(new AppendPosts(event, "x", Posts.posts(1, 1), "c1").by(early)));
    Fence late = new Fence("x", await(log().claim(event, "x")));
    AppendPosts refused =
        new AppendPosts(event, "x:part", Posts.posts(2, 3), List.of("x:p1"), "c3", Coverage.NONE);
    assertThatThrownBy(() -> await(log().append(refused.by(early))))
        .isInstanceOf(Log.Superseded.class)
        .hasMessage("late write refused: event=" + event + " source=x:part fence=" + early.number()
            + " newest=" + late.number());
    assertThat(read(0, 100).entries()).hasSize(1);
    assertThat(cursor("x:part")).isEqualTo(new SourceCursor(null, null, epoch()));
    await(log().append(refused.by(late)));
    assertThat(cursor("x:part").cursor()).isEqualTo("c3");
    assertThat(read(0, 100).entries()).hasSize(4);
  }

  @Test
  void whoHasNoNumberAndOwnersOfOtherNetworksAreTaken() throws Exception {
    Fence early = new Fence("x", await(log().claim(event, "x")));
    await(log().claim(event, "mastodon"));
    assertThat(await(log().append(new AppendPosts(event, "x", Posts.posts(1, 1), "c1").by(early)))
            .answer()
            .added())
        .isEqualTo(1);
    await(log().claim(event, "x"));
    assertThat(append(Posts.posts(2, 2)).added()).isEqualTo(1);
  }

  @Test
  void aRefusalHarmsNobodyWhoCameTogetherWithIt() throws Exception {
    Fence early = new Fence("x", await(log().claim(event, "x")));
    Fence late = new Fence("x", await(log().claim(event, "x")));
    Future<Log.Append> alone = appending(List.of(Posts.post(9)), List.of()); // others wait for it
    Future<Log.Append> first = appending(List.of(Posts.post(1)), List.of());
    Future<Log.Append> refused = log()
        .append(
            new AppendPosts(event, "x", Posts.posts(2, 4), List.of("x:p1"), "old", null).by(early));
    Future<Log.Append> last =
        log().append(new AppendPosts(event, "x", Posts.posts(3, 4), "new").by(late));
    String epoch = await(alone).answer().epoch();
    assertThat(await(first).answer()).isEqualTo(new Appended(epoch, 2, List.of(2L), 1, 0, 0, 1));
    assertThatThrownBy(() -> await(refused)).isInstanceOf(Log.Superseded.class);
    assertThat(await(last).answer()).isEqualTo(new Appended(epoch, 4, List.of(3L, 4L), 2, 0, 0, 2));
    assertThat(await(last).grown()).isEqualTo(read(2, 100).entries());
    assertThat(cursor("x").cursor()).isEqualTo("new");
  }

  @Test
  void aLogThatForgotItsOwnersLearnsTheNewestAgain() throws Exception {
    long now = await(log().claim(event, "x"));
    Fence late = new Fence("x", now + 1_000_000); // of a clock that is ahead, before it forgot
    await(log().append(new AppendPosts(event, "x", Posts.posts(1, 1), "c1").by(late)));
    Fence early = new Fence("x", now);
    assertThatThrownBy(() ->
            await(log().append(new AppendPosts(event, "x", Posts.posts(2, 2), "c2").by(early))))
        .isInstanceOf(Log.Superseded.class);
    assertThat(await(log().claim(event, "x"))).isGreaterThan(late.number());
  }

  private Future<Log.Append> appending(List<Post> posts, List<String> retracted) {
    return log().append(new AppendPosts(event, "x", posts, retracted, null, null));
  }

  private void append(String source, String cursor, Coverage coverage) throws Exception {
    await(log().append(new AppendPosts(event, source, List.of(), List.of(), cursor, coverage)));
  }

  private Appended appendIn(String epoch, List<Post> posts, String cursor, Coverage coverage)
      throws Exception {
    var request = new AppendPosts(event, "x", posts, List.of(), cursor, coverage, epoch);
    return await(log().append(request)).answer();
  }

  private String epoch() throws Exception {
    return await(log().head(event)).epoch();
  }

  private SourceCursor cursor(String source) throws Exception {
    return await(log().cursor(event, source));
  }
}
