package afa.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.EventInfo;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.BusMessage;
import afa.message.ReadLog;
import afa.message.ScheduleChanged;
import afa.message.ScheduleRead;
import afa.schedule.Talk;
import afa.testkit.InMemoryLog;
import afa.testkit.Posts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a store says of the talks of posts that arrive. */
@ExtendWith(VertxExtension.class)
class ArrivalsTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");
  private static final Talk GRIDS =
      Talk.of("grids", "Grids", "Hall", NOON.minusSeconds(600), Duration.ofHours(1));

  private final InMemoryLog log = new InMemoryLog();
  private Vertx vertx;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    LocalDateTime day = LocalDateTime.parse("2026-05-24T08:00");
    EventInfo info = new EventInfo("aea", "An Event", "UTC", day, day.plusDays(1), null);
    vertx.deployVerticle(new StoreVerticle(List.of(info), log)).await(30, SECONDS);
  }

  @Test
  void withoutAScheduleNothingIsSaid() throws Exception {
    append(1);
    assertThat(newest().json()).doesNotContain("talks");
  }

  @Test
  void theTalkStandsInTheLogFromTheNextPostOn() throws Exception {
    keep(List.of(GRIDS));
    AtomicIds ids = new AtomicIds();
    await().untilAsserted(() -> {
      append(ids.next());
      assertThat(newest().json()).contains("\"talks\":[\"grids\"]");
    });
  }

  @Test
  void aPostOfAnImpossibleTimeGoesInAsAnyOther() throws Exception {
    keep(List.of(GRIDS));
    Post odd = Post.builder("x", "odd").text("Grids").receivedAt(Instant.MAX);
    await().untilAsserted(() -> {
      append(1);
      assertThat(newest().n()).isEqualTo(1);
    });
    Addresses.APPEND
        .call(vertx.eventBus(), new AppendPosts("aea", "x", List.of(odd), null))
        .await(30, SECONDS);
    assertThat(newest().json()).contains("\"id\":\"odd\"");
  }

  @Test
  void whatGoesWrongIsCountedAndTheRequestStaysWhatItWas() {
    AppendPosts request = new AppendPosts("aea", "x", Posts.posts(1, 3), null);
    Arrivals arrivals = new Arrivals(vertx, new StoreCounters());
    assertThat(arrivals.placed(request, post -> {
          throw new IllegalStateException("as a test wants it");
        }))
        .isEqualTo(request);
  }

  @Test
  void whatTheSenderSaidOfTheTalkStays() {
    Post told = Posts.post(1).in(List.of("mine"));
    AppendPosts request = new AppendPosts("aea", "x", List.of(told, Posts.post(2)), null);
    Arrivals arrivals = new Arrivals(vertx, new StoreCounters());
    assertThat(arrivals.placed(request, post -> List.of("ours")).posts())
        .extracting(Post::talks)
        .containsExactly(List.of("mine"), List.of("ours"));
  }

  private static final class AtomicIds {
    private int last;

    int next() {
      return ++last;
    }
  }

  private void keep(List<Talk> talks) throws Exception {
    Addresses.schedule("aea")
        .serve(
            vertx.eventBus(),
            ask -> Future.succeededFuture(new ScheduleRead("aea", 7, ask.known() == 7, talks)))
        .await(30, SECONDS);
    Addresses.SCHEDULES.publish(vertx.eventBus(), new ScheduleChanged("aea", 7));
  }

  private void append(long number) throws Exception {
    AppendPosts request = new AppendPosts("aea", "x", List.of(Posts.post(number)), null);
    Addresses.APPEND.call(vertx.eventBus(), request).await(30, SECONDS);
  }

  private LogEntry newest() throws Exception {
    List<LogEntry> entries =
        log.read(new ReadLog("aea", 0, 1_000)).await(30, SECONDS).entries();
    return entries.get(entries.size() - 1);
  }
}
