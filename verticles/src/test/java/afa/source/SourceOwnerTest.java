package afa.source;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.Appended;
import afa.message.HeadAnnounced;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When readers begin and end, with readers that do nothing else. */
@ExtendWith(VertxExtension.class)
class SourceOwnerTest {
  private static final String EVENT = "aea2010";

  /** Ends when the test says so. */
  private static final class Reader implements SourceReader {
    final Promise<Void> started = Promise.promise();
    final Promise<Void> asked = Promise.promise(); // to stop
    final Promise<Void> stopped = Promise.promise();

    @Override
    public void start() {
      started.complete();
    }

    @Override
    public Future<Void> stop() {
      asked.complete(); // fails when it is asked twice
      return stopped.future();
    }
  }

  private final BlockingQueue<Reader> readers = new LinkedBlockingQueue<>();
  private final List<Tenure> tenures = new CopyOnWriteArrayList<>();
  private Vertx vertx;
  private SourceHouse house;
  private SourceOwner owner;

  @BeforeEach
  void own(Vertx vertx) throws Exception {
    this.vertx = vertx;
    house = new SourceHouse(vertx);
    owner = new SourceOwner(vertx, EVENT, "x", Duration.ofMillis(300), tenure -> {
      tenures.add(tenure);
      Reader reader = new Reader();
      readers.add(reader);
      return List.of(reader);
    });
    Future<Void> started = house.on(owner::start);
    started.await(30, SECONDS);
  }

  @Test
  void aNewLifeOfTheLogEndsTheReadersOnceAndBeginsOthers() throws Exception {
    Reader first = begun();
    tell(EVENT, "e1", "e1", "e2", "e2", "e2");
    first.asked.future().await(30, SECONDS);
    assertThat(readers).isEmpty();
    end(first);
    Reader second = begun();
    tell(EVENT, "e2", "e2", "e3");
    second.asked.future().await(30, SECONDS);
    end(second);
    begun();
    assertThat(readers).isEmpty();
  }

  @Test
  void theLivesOfOtherEventsAreNoneOfItsBusiness() throws Exception {
    Reader first = begun();
    tell(EVENT, "e1");
    tell("another", "e1", "e2");
    tell(EVENT, "e1");
    tell("another", "e3");
    heard();
    assertThat(first.asked.future().isComplete()).isFalse();
  }

  @Test
  void readersBeginInTheLifeThatIsTheNewestOnceTheOthersHaveEnded() throws Exception {
    Reader first = begun();
    tell(EVENT, "e1", "e2", "e3", "e4");
    heard();
    end(first);
    Reader second = begun();
    tell(EVENT, "e4", "e4");
    heard();
    assertThat(second.asked.future().isComplete()).isFalse();
  }

  @Test
  void whoStopsInBetweenBeginsNoMoreAndWaitsForTheEnd() throws Exception {
    Reader first = begun();
    tell(EVENT, "e1", "e2");
    first.asked.future().await(30, SECONDS);
    Future<Void> stopped = house.on(owner::stop);
    assertThat(stopped.isComplete()).isFalse();
    end(first);
    stopped.await(30, SECONDS);
    tell(EVENT, "e3");
    heard();
    assertThat(readers).isEmpty();
  }

  @Test
  void whatAnOwnerBringsBearsTheNumberThatTheStoreGave() throws Exception {
    begun();
    Future<Appended> taken = bring(tenures.get(0), "c1");
    taken.await(30, SECONDS);
    long newest = house.log.claim(EVENT, "x").await(30, SECONDS);
    Future<Appended> late = bring(tenures.get(0), "c2");
    assertThatThrownBy(() -> late.await(30, SECONDS))
        .hasMessageContaining("late write refused: event=" + EVENT + " source=x fence=")
        .hasMessageContaining("newest=" + newest);
    assertThat(house.log.cursor(EVENT, "x").await(30, SECONDS).cursor()).isEqualTo("c1");
  }

  @Test
  void whoGetsNoNumberSaysWhyItBringsNothing() throws Exception {
    Reader first = begun();
    house.log.claim(EVENT, "x").await(30, SECONDS);
    bring(tenures.get(0), "c2"); // is refused
    first.asked.future().await(30, SECONDS);
    house.log.setAway(true);
    end(first);
    await()
        .until(() -> String.valueOf(house.pulse.trouble()).contains("its number from the store"));
    house.log.setAway(false);
    begun();
    await().until(() -> house.pulse.trouble() == null);
  }

  @Test
  void whoIsRefusedEndsItsReadersAndStandsByAgain() throws Exception {
    Reader first = begun();
    house.log.claim(EVENT, "x").await(30, SECONDS);
    Future<Appended> late = bring(tenures.get(0), "c2");
    first.asked.future().await(30, SECONDS);
    assertThat(late.failed()).isTrue();
    tell(EVENT, "e2", "e3"); // nothing to begin with while standing by
    heard();
    assertThat(readers).isEmpty();
    end(first);
    begun();
    Future<Appended> taken = bring(tenures.get(1), "c3");
    taken.await(30, SECONDS);
    assertThat(tenures).hasSize(2);
  }

  @Test
  void whoStopsWhileItRestsBeginsNoMore() throws Exception {
    Reader first = begun();
    house.log.claim(EVENT, "x").await(30, SECONDS);
    bring(tenures.get(0), "c2");
    first.asked.future().await(30, SECONDS);
    end(first);
    Future<Void> stopped = house.on(owner::stop);
    stopped.await(30, SECONDS);
    vertx.timer(1, SECONDS).await(30, SECONDS); // longer than the rest
    assertThat(readers).isEmpty();
  }

  private Future<Appended> bring(Tenure tenure, String cursor) throws Exception {
    return house.on(() -> tenure.append(new AppendPosts(EVENT, "x", List.of(), cursor)));
  }

  private Reader begun() throws Exception {
    Reader reader = readers.poll(30, SECONDS);
    assertThat(reader).isNotNull();
    reader.started.future().await(30, SECONDS);
    return reader;
  }

  private void end(Reader reader) throws Exception {
    house.on(() -> reader.stopped.tryComplete());
  }

  private void tell(String event, String... epochs) {
    for (String epoch : epochs) {
      Addresses.HEAD.publish(vertx.eventBus(), new HeadAnnounced(event, epoch, 0));
    }
  }

  /** Completes when all that was told before has been heard. */
  private void heard() throws Exception {
    Promise<Void> last = Promise.promise();
    Future<?> listening = house.on(() -> Addresses.HEAD.subscribe(vertx.eventBus(), head -> {
      if (head.event().equals("last")) last.tryComplete();
    }));
    listening.await(30, SECONDS);
    tell("last", "e");
    last.future().await(30, SECONDS);
  }
}
