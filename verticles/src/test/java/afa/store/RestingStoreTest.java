package afa.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.EventInfo;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.BusMessage;
import afa.message.HeadAnnounced;
import afa.message.ListEvents;
import afa.message.LogPage;
import afa.message.ReadLog;
import afa.testkit.InMemoryLog;
import afa.testkit.Posts;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A store whose only event is over. */
@ExtendWith(VertxExtension.class)
final class RestingStoreTest {
  private static final LocalDateTime DAY = LocalDateTime.parse("2010-05-24T08:00");
  private static final EventInfo OVER = event("over");

  private final InMemoryLog log = new InMemoryLog();
  private Vertx vertx;

  @BeforeEach
  void rest(Vertx vertx) throws Exception {
    this.vertx = vertx;
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    vertx.deployVerticle(new StoreVerticle(List.of(OVER), log)).await(30, SECONDS);
    Addresses.APPEND
        .call(vertx.eventBus(), new AppendPosts("over", "x", Posts.posts(1, 3), null))
        .await(30, SECONDS);
    await().until(() -> {
      int reads = log.reads();
      return read(3).head() == 3 && log.reads() == reads;
    });
  }

  private static EventInfo event(String event) {
    return new EventInfo(event, event, "UTC", DAY, DAY.plusDays(1), null);
  }

  @Test
  void whatLiesBehindIsReadFromTheLog() throws Exception {
    int reads = log.reads();
    assertThat(read(1).entries()).hasSize(2);
    assertThat(log.reads()).isEqualTo(reads + 1);
  }

  @Test
  void anotherLifeThatIsHeardOfIsLookedFor() throws Exception {
    log.forget();
    log.register(OVER);
    String life = log.head("over").await(30, SECONDS).epoch();
    Addresses.HEAD.publish(vertx.eventBus(), new HeadAnnounced("over", life, 0));
    await().untilAsserted(() -> assertThat(read(0)).isEqualTo(new LogPage(life, 0, List.of())));
  }

  @Test
  void anEventThatAnotherStoreKeepsIsLookedFor() throws Exception {
    log.register(event("other"));
    String life = log.head("other").await(30, SECONDS).epoch();
    Addresses.HEAD.publish(vertx.eventBus(), new HeadAnnounced("other", life, 0));
    await().until(() -> Addresses.EVENTS
        .call(vertx.eventBus(), new ListEvents())
        .await(30, SECONDS)
        .events()
        .contains(event("other")));
  }

  /** Asked again while the log is closed. */
  private LogPage read(long since) throws Exception {
    return Addresses.READ_LOG
        .call(vertx.eventBus(), new ReadLog("over", since, 10))
        .otherwise(new LogPage("", -1, List.of()))
        .await(30, SECONDS);
  }
}
