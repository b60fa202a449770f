package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.LogEntry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Who is sent what, and when, while a walk is under way. */
final class StreamsTest {
  private final Tail tail = new Tail("e1", 0, 4L * Tail.PAGE_BYTES);
  private final Queue<Runnable> steps = new ArrayDeque<>();
  private final List<String> sent = new ArrayList<>();
  private final DeliveryCounters counters = new DeliveryCounters(new SimpleMeterRegistry());
  private final Streams streams = new Streams(new OfTail(), steps::add, counters);

  @Test
  void aReaderAtTheEndOfAPageGoesOnWithTheNextAtOnce() {
    append(Tail.PAGE_BYTES - 1_000); // fills the page but for some small ones
    join(3);
    append(100);
    append(2_000); // on the next page
    streams.wake();
    assertThat(sent).containsExactly("1:2", "1:3", "2:2", "2:3", "3:2", "3:3");
  }

  @Test
  void whoeverHasItsTurnAfterAnUpdateCameHasItInTheSameWrite() {
    append(100);
    join(Walk.VISITS + 1);
    append(100);
    streams.wake();
    assertThat(sent).hasSize(Walk.VISITS).first().isEqualTo("1:2");
    append(100);
    streams.wake();
    steps.remove().run();
    assertThat(sent.get(Walk.VISITS)).isEqualTo(Walk.VISITS + 1 + ":3");
    assertThat(sent.get(Walk.VISITS + 1)).isEqualTo("1:3");
  }

  @Test
  void anUpdateIsTimedUntilAllHaveItThoughTheWalkGoesOn() {
    join(2 * Walk.VISITS);
    streams.timing().begin(1);
    append(100);
    streams.wake();
    append(100);
    streams.wake();
    assertThat(counters.delay.count()).isZero();
    steps.remove().run();
    assertThat(counters.delay.count()).isEqualTo(1);
    assertThat(steps).isNotEmpty();
  }

  private void append(int size) {
    tail.append(new LogEntry(tail.head() + 1, "\"" + "x".repeat(size) + "\""));
  }

  private void join(int count) {
    for (int i = 1; i <= count; i++) streams.open(new Ready(i), tail.head(), false);
  }

  private final class OfTail implements StreamSource {
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
      return tail.pageAfter(since);
    }
  }

  /** Takes everything. */
  private final class Ready implements Outlet {
    private final int number;

    Ready(int number) {
      this.number = number;
    }

    @Override
    public void listener(Listener listener) {}

    @Override
    public void begin(String greeting) {}

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public long send(Page page, long since, long upTo) {
      sent.add(number + ":" + upTo);
      return upTo;
    }

    @Override
    public void send(String text) {}

    @Override
    public void end() {}

    @Override
    public void cut() {}
  }
}
