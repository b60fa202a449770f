package afa.archive;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Coverage;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.message.AppendPosts;
import afa.message.LogPage;
import afa.message.ReadLog;
import afa.testkit.InMemoryLog;
import afa.testkit.RealServers;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every archive does with a log that changes in place, and with what the log says of time. */
abstract class AmendedLogContract {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");
  private static final long SEED = 20260524;

  final String event = RealServers.freshEvent();
  private final InMemoryLog log = new InMemoryLog();
  private final Random random = new Random(SEED);
  private long kept;
  long fence;

  abstract Archive archive();

  @BeforeEach
  void prepare() throws Exception {
    await(archive().prepare());
    await(archive().checkpoint(event, "e1"));
    fence = await(archive().claim(event));
  }

  @Test
  void theArchiveEqualsTheLogWheneverItWasCopied() throws Exception {
    for (int version = 1; version <= 300; version++) {
      amend(version);
      if (random.nextInt(4) == 0) copy(1 + random.nextInt(40));
    }
    copy(1_000);
    List<LogEntry> archived = await(archive().page(event, 0, 1_000));
    assertThat(archived).isEqualTo(logged(0, 1_000).entries());
    assertThat(archived.toString()).contains("\"gone\"", "\"revise\"", "\"retract\"", "\"post\"");
  }

  /** Some posts, many of them again with a newer text, and now and then one less. */
  private void amend(int version) throws Exception {
    List<Post> posts = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      posts.add(Post.builder("x", "p" + random.nextInt(60))
          .version(Integer.toString(version))
          .text("text " + random.nextInt(5) + " ü🎉")
          .receivedAt(NOON.plusSeconds(version)));
    }
    List<String> retracted =
        random.nextInt(5) == 0 ? List.of("x:p" + random.nextInt(60)) : List.of();
    await(log.append(new AppendPosts(event, "x", posts, retracted, null, null)));
  }

  private void copy(int limit) throws Exception {
    List<LogEntry> entries = logged(kept, limit).entries();
    await(archive().keep(new Archive.Batch(event, "e1", fence, kept, entries)));
    kept += entries.size();
  }

  private LogPage logged(long since, int limit) throws Exception {
    return await(log.read(new ReadLog(event, since, limit)));
  }

  @Test
  void coverageIsReadBackAsItWasKept() throws Exception {
    Coverage hour = Coverage.NONE
        .streamed(NOON, NOON.plusSeconds(3_600))
        .missed(NOON.plusSeconds(60), NOON.plusSeconds(90), "no answer for 30 s")
        .filled(NOON.plusSeconds(60), NOON.plusSeconds(80), 14);
    assertThat(await(archive().coverage(event))).isEmpty();
    await(archive().keepCoverage(event, fence, Map.of("x", hour, "mastodon:one.example", hour)));
    await(archive().keepCoverage(event, fence, Map.of("x", Coverage.NONE)));
    assertThat(await(archive().coverage(event)))
        .isEqualTo(Map.of("x", hour, "mastodon:one.example", hour));
  }

  @Test
  void coverageFollowsTheLogAndKeepsWhatALogThatForgotKnowsNoMore() throws Exception {
    Coverage morning = Coverage.NONE.streamed(NOON, NOON.plusSeconds(60));
    Coverage gap = morning.missed(NOON.plusSeconds(60), NOON.plusSeconds(90), "no answer");
    Coverage filled = gap.filled(NOON.plusSeconds(60), NOON.plusSeconds(90), 3);
    Coverage afterwards = Coverage.NONE.streamed(NOON.plusSeconds(200), NOON.plusSeconds(300));
    for (Coverage told : List.of(morning, gap, filled, afterwards, afterwards)) {
      await(archive().keepCoverage(event, fence, Map.of("x", told)));
    }
    assertThat(await(archive().coverage(event)).get("x"))
        .isEqualTo(filled.streamed(NOON.plusSeconds(200), NOON.plusSeconds(300)));
  }

  @Test
  void twoArchiversAtTheSameMomentKeepTheCoverageOnce() throws Exception {
    Coverage hour = Coverage.NONE.streamed(NOON, NOON.plusSeconds(3_600));
    await(Future.all(
        archive().keepCoverage(event, fence, Map.of("x", hour)),
        archive().keepCoverage(event, fence, Map.of("x", hour))));
    assertThat(await(archive().coverage(event))).isEqualTo(Map.of("x", hour));
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(30, SECONDS);
  }
}
