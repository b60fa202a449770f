package afa.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.bus.BusFailure;
import afa.bus.RecordCodec;
import afa.feed.EventInfo;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.EventList;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
final class KnownEventsTest {
  private final AtomicInteger asked = new AtomicInteger();
  private volatile List<EventInfo> known = List.of();
  private KnownEvents events;

  @BeforeEach
  void serve(Vertx vertx) throws Exception {
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    Addresses.EVENTS
        .serve(vertx.eventBus(), question -> {
          asked.incrementAndGet();
          return Future.succeededFuture(new EventList(known));
        })
        .await(30, SECONDS);
    events = new KnownEvents(vertx.eventBus());
  }

  @Test
  void anEventThatWasAskedForLatelyIsNotAskedForAgain() throws Exception {
    known = List.of(event("aea"), event("other"));
    events.insistOn("aea").await(30, SECONDS);
    assertThat(events.insistOn("aea").succeeded()).isTrue();
    assertThat(events.insistOn("other").succeeded()).isTrue();
    assertThat(asked).hasValue(1);
  }

  @Test
  void anEventThatIsNotKnownIsAskedForEachTimeAsItMayBeginAnyMoment() throws Exception {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> events.insistOn("aea").await(30, SECONDS))
          .isInstanceOfSatisfying(BusFailure.class, failure -> assertThat(failure.kind())
              .isEqualTo(BusFailure.Kind.NOT_FOUND));
    }
    known = List.of(event("aea"));
    events.insistOn("aea").await(30, SECONDS);
    assertThat(asked).hasValue(3);
  }

  private static EventInfo event(String event) {
    LocalDateTime day = LocalDateTime.parse("2026-05-24T08:00");
    return new EventInfo(event, event, "UTC", day, day.plusDays(1), null);
  }
}
