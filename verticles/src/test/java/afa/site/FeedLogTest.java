package afa.site;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.bus.RecordCodec;
import afa.feed.LogEntry;
import afa.feed.Update;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.LogPage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class FeedLogTest {
  private static final List<LogEntry> LOG = List.of(
      new LogEntry(1, "{\"n\":1,\"type\":\"retract\",\"target\":9}"),
      new LogEntry(2, "{\"n\":2,\"type\":\"hologram\"}"),
      new LogEntry(3, "not JSON"),
      new LogEntry(4, "{\"n\":4}"));

  @Test
  void whatCannotBeReadIsLeftOutAndStillCounted(Vertx vertx) throws Exception {
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    Addresses.READ_LOG
        .serve(vertx.eventBus(), asked -> Future.succeededFuture(new LogPage("e1", 4, LOG)))
        .await(30, SECONDS);
    FeedLog.Run run = new FeedLog(vertx.eventBus()).newest("aea", 50).await(30, SECONDS);
    assertThat(run.updates()).extracting(Update::n).containsExactly(1L);
    assertThat(run.last()).isEqualTo(4);
  }
}
