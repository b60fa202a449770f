package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.LogEntry;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.LogPage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
final class CatchUpPagesTest {
  private final Tail tail = new Tail("e1", 900, Tail.PAGE_BYTES);
  private final AtomicInteger reads = new AtomicInteger();
  private CatchUpPages pages;

  /** A log that came back shorter and is being filled again, say. */
  @Test
  void aLogThatEndsTooEarlyIsNotAskedAgainAtOnce(Vertx vertx) throws Exception {
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    tail.append(new LogEntry(901, "{}"));
    Addresses.READ_LOG
        .serve(vertx.eventBus(), asked -> {
          reads.incrementAndGet();
          return Future.succeededFuture(new LogPage("e1", 0, List.of()));
        })
        .await();
    PacedOutlet outlet = new PacedOutlet(new Random(1), 0, "e1", 7, (epoch, n) -> new byte[0]);
    vertx.runOnContext(run -> open(vertx, outlet));
    await().until(outlet::wasEnded);
    assertThat(reads).hasValue(1);
  }

  private void open(Vertx vertx, PacedOutlet outlet) {
    Streams streams = new Streams(new Source(), Runnable::run, new DeliveryCounters());
    pages = new CatchUpPages("aea2026", vertx.eventBus(), streams);
    streams.open(outlet, 7, false);
  }

  private final class Source implements StreamSource {
    @Override
    public Tail tail() {
      return tail;
    }

    @Override
    public long head() {
      return tail.head();
    }

    @Override
    public Page pageAfter(long since) {
      Tail page = pages.ready(since, "e1");
      return page == null ? null : page.pageAfter(since);
    }
  }
}
