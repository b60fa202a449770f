package afa.rehearsal.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Everything that happens in the network, in its order, with a memory to replay from. */
final class Firehose {
  private static final int MOST_REMEMBERED = 100_000;

  private final InstantSource clock;
  private final Consumer<String> streamed;
  private final Deque<FirehoseEvent> memory = new ArrayDeque<>();
  private final List<Subscriber> subscribers = new ArrayList<>();
  private final FirehoseFaults faults;
  private Duration window = Duration.ofHours(36);
  private long lastUs;
  private long seq = 700_000_000;

  /** @param streamed told the identity of each post that was sent to somebody */
  Firehose(InstantSource clock, FirehoseFaults faults, Consumer<String> streamed) {
    this.clock = clock;
    this.faults = faults;
    this.streamed = streamed;
  }

  /** A time for the next event: later than all before. */
  long nextUs() {
    return nextUs(clock.instant());
  }

  /** The same, of the past where that is later than all before. */
  long nextUs(Instant at) {
    lastUs = Math.max(lastUs + 1, ChronoUnit.MICROS.between(Instant.EPOCH, at));
    return lastUs;
  }

  long nextSeq() {
    return ++seq;
  }

  /** How long events can be replayed. */
  void window(Duration value) {
    window = value;
  }

  /** Keeps it for replays, and sends it to all who listen. */
  void publish(FirehoseEvent event) {
    remember(event);
    deliver(event);
  }

  /** Keeps it for replays alone. */
  void remember(FirehoseEvent event) {
    memory.addLast(event);
    while (memory.size() > MOST_REMEMBERED || isOld(memory.peekFirst())) memory.removeFirst();
  }

  private boolean isOld(FirehoseEvent event) {
    return event != null && event.timeUs() < oldestUs();
  }

  private long oldestUs() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant().minus(window));
  }

  /** Sends it to all who listen, and forgets it. */
  void deliver(FirehoseEvent event) {
    Runnable sent = () -> sent(event);
    for (Subscriber subscriber : List.copyOf(subscribers)) {
      if (subscriber.wants(event)) faults.send(subscriber, event, sent);
    }
  }

  private void sent(FirehoseEvent event) {
    if (event.post() != null) streamed.accept(event.post());
  }

  /** Somebody listens from now on, and gets all since the cursor first; 0 for none. */
  void add(Subscriber subscriber, long cursorUs) {
    subscribers.add(subscriber);
    if (cursorUs == 0) return;
    for (FirehoseEvent event : memory) {
      boolean due = event.timeUs() >= cursorUs && !isOld(event);
      if (due && subscriber.wants(event)) subscriber.send(event, () -> sent(event));
    }
  }

  void remove(Subscriber subscriber) {
    subscribers.remove(subscriber);
  }

  List<Subscriber> subscribers() {
    return List.copyOf(subscribers);
  }

  /** Ends all connections without a word. */
  void dropAll() {
    subscribers().forEach(Subscriber::drop);
  }
}
